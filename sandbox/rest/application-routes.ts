import { ApplicationFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { refusals } from '../discord-error.ts';
import { readForm, snowflake } from '../forms/fields.ts';
import type { IdentifyLimits } from '../gateway/gateway.ts';
import { channelPayload, userPayload } from '../world/payloads.ts';
import { ok, param, type Route, route } from './route.ts';

/** What `/gateway/bot` tells: the recommended shards, and how often the bot may identify itself. */
export interface GatewayBot extends IdentifyLimits {
  readonly shards: number;
}

/** The routes about the bot itself: where its gateway is, its user and application, and its direct messages. */
export function applicationRoutes(core: Core, gatewayUrl: () => string, bot: GatewayBot): Route[] {
  const { world } = core;
  const application = () =>
    ok({
      id: world.applicationId,
      name: world.bot.username,
      icon: null,
      description: '',
      summary: '',
      type: null,
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      flags: core.readsContent ? ApplicationFlags.GatewayMessageContentLimited : 0,
      hook: true,
      is_monetized: false,
      bot: userPayload(world.bot),
      owner: userPayload([...world.users.values()].find((user) => !user.bot) ?? world.bot),
      team: null,
      approximate_guild_count: world.guilds.size,
      approximate_user_install_count: 0,
      integration_types_config: { 0: {} },
      redirect_uris: [],
      interactions_endpoint_url: null,
      role_connections_verification_url: null,
    });

  return [
    route('GET', '/gateway', () => ok({ url: gatewayUrl() }), { needsToken: false }),
    route('GET', '/gateway/bot', () =>
      ok({
        url: gatewayUrl(),
        shards: bot.shards,
        session_start_limit: {
          total: bot.total,
          remaining: Math.max(0, bot.total - core.gateway.identifies),
          reset_after: 86_400_000,
          max_concurrency: bot.maxConcurrency,
        },
      }),
    ),
    route('GET', '/users/@me', () => ok({ ...userPayload(world.bot), verified: true, mfa_enabled: false })),
    route('GET', '/users/:user', (request) => ok(userPayload(world.user(param(request, 'user'))))),
    route('GET', '/applications/@me', application),
    route('GET', '/oauth2/applications/@me', application),
    route('POST', '/users/@me/channels', (request) => {
      const form = readForm(z.object({ recipient_id: snowflake }), request.body);
      const recipient = world.user(form.recipient_id);
      if (recipient.bot) throw refusals.cannotMessageUser();
      return ok(channelPayload(world, world.directChannel(recipient)));
    }),
    route('GET', '/applications/:application/entitlements', () => ok([])),
    route('GET', '/applications/:application/emojis', () => ok({ items: [] })),
    route('GET', '/sticker-packs', () => ok({ sticker_packs: [] })),
  ];
}
