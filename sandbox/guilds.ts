import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Core } from './core.ts';
import { guildEvent } from './gateway/events.ts';
import type { Guild, Member, Role } from './world/entities.ts';
import { guildCreatePayload, memberPayload, rolePayload, userPayload } from './world/payloads.ts';

/** Tells the bot of a server it has just joined. */
export function announceGuild(core: Core, guild: Guild): void {
  core.gateway.dispatch(guildEvent('GUILD_CREATE', guild.id, guildCreatePayload(core.world, guild)));
  core.changes.announce();
}

/** Takes the bot out of a server. */
export function announceGuildRemoval(core: Core, guild: Guild): void {
  guild.members.delete(core.world.bot.id);
  core.gateway.dispatch(guildEvent('GUILD_DELETE', guild.id, { id: guild.id }));
  core.changes.announce();
}

/** Tells the bot that a role has changed. */
export function announceRole(core: Core, guild: Guild, role: Role, name = 'GUILD_ROLE_UPDATE'): void {
  const data =
    name === 'GUILD_ROLE_DELETE'
      ? { guild_id: guild.id, role_id: role.id }
      : { guild_id: guild.id, role: rolePayload(role) };
  core.gateway.dispatch(guildEvent(name, guild.id, data));
  core.changes.announce();
}

/** Tells the bot that a member has changed. Of others than itself it hears only with the Guild Members intent. */
export function announceMember(core: Core, guild: Guild, member: Member): void {
  const isSelf = member.user.id === core.world.bot.id;
  core.gateway.dispatch({
    name: 'GUILD_MEMBER_UPDATE',
    guildId: guild.id,
    intent: isSelf ? 0 : GatewayIntentBits.GuildMembers,
    data: () => ({ ...memberPayload(member), user: userPayload(member.user), guild_id: guild.id }),
  });
  core.changes.announce();
}
