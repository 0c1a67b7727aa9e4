import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { refusals } from '../discord-error.ts';
import { announceGuildRemoval } from '../guilds.ts';
import {
  auditLogPayload,
  channelPayload,
  guildPayload,
  memberPayload,
  rolePayload,
  userPayload,
} from '../world/payloads.ts';
import { guildPermissions } from '../world/permissions.ts';
import { joinedGuild } from './access.ts';
import { noContent, ok, param, type RestRequest, type Route, route } from './route.ts';

/** The routes on which a bot looks at a server: itself, its roles, channels and members. */
export function guildRoutes(core: Core): Route[] {
  const { world } = core;
  const guildOf = (request: RestRequest) => joinedGuild(core, param(request, 'guild'));
  const member = (request: RestRequest) => {
    const guild = guildOf(request);
    const wanted = param(request, 'user');
    const found = guild.members.get(wanted === '@me' ? world.bot.id : wanted);
    if (found === undefined) throw refusals.unknownMember();
    return ok({ ...memberPayload(found), user: userPayload(found.user) });
  };

  return [
    route('GET', '/guilds/:guild', (request) => {
      const guild = guildOf(request);
      const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 1 };
      return ok({
        ...guildPayload(guild),
        ...(request.query.get('with_counts') === 'true' ? counts : {}),
      });
    }),
    route('GET', '/guilds/:guild/roles', (request) =>
      ok([...guildOf(request).roles.values()].map(rolePayload)),
    ),
    route('GET', '/guilds/:guild/channels', (request) =>
      ok(
        [...guildOf(request).channels.values()]
          .filter((channel) => channel.thread === null)
          .map((channel) => channelPayload(world, channel)),
      ),
    ),
    route('GET', '/guilds/:guild/audit-logs', (request) => {
      const guild = guildOf(request);
      const self = guild.members.get(world.bot.id);
      if (self === undefined || (guildPermissions(guild, self) & PermissionFlagsBits.ViewAuditLog) === 0n)
        throw refusals.missingPermissions();
      const type = request.query.get('action_type');
      const entries = guild.auditLog.filter(({ action }) => type === null || String(action) === type);
      return ok(auditLogPayload(entries.slice(-Number(request.query.get('limit') ?? 50))));
    }),
    route('GET', '/guilds/:guild/members/:user', member),
    route('GET', '/users/@me/guilds', () => {
      const guilds = [...world.guilds.values()].flatMap((guild) => {
        const self = guild.members.get(world.bot.id);
        return self === undefined ? [] : [{ guild, permissions: guildPermissions(guild, self).toString() }];
      });
      return ok(
        guilds.map(({ guild, permissions }) => ({
          id: guild.id,
          name: guild.name,
          icon: null,
          banner: null,
          owner: false,
          permissions,
          features: [],
        })),
      );
    }),
    route('GET', '/users/@me/guilds/:guild/member', (request) => {
      const self = guildOf(request).members.get(world.bot.id);
      if (self === undefined) throw refusals.unknownMember();
      return ok({ ...memberPayload(self), user: userPayload(self.user) });
    }),
    route('DELETE', '/users/@me/guilds/:guild', (request) => {
      announceGuildRemoval(core, guildOf(request));
      return noContent();
    }),
  ];
}
