import type { Guild } from '../world/entities.ts';
import { userPayload } from '../world/payloads.ts';
import type { World } from '../world/world.ts';
import type { Session } from './session.ts';

/** What a session begins with: who the bot is, and the ids of its servers, which follow. `url`: where it is resumed. */
export function readyPayload(
  world: World,
  { id, shard }: Session,
  { guilds, url }: { readonly guilds: readonly Guild[]; readonly url: string },
) {
  return {
    v: 10,
    user: { ...userPayload(world.bot), verified: true, mfa_enabled: false, email: null },
    session_id: id,
    session_type: 'normal',
    resume_gateway_url: url,
    shard,
    application: { id: world.applicationId, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
    guild_join_requests: [],
    _trace: ['sandbox'],
  };
}
