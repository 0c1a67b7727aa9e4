import { GatewayCloseCodes, GatewayIntentBits } from 'discord-api-types/v10';
import type { Identify } from './connection.ts';

/** An intent that Discord grants in its developer portal, by application. */
export type PrivilegedIntent = 'messageContent' | 'guildMembers' | 'guildPresences';

const privileged: Record<PrivilegedIntent, number> = {
  messageContent: GatewayIntentBits.MessageContent,
  guildMembers: GatewayIntentBits.GuildMembers,
  guildPresences: GatewayIntentBits.GuildPresences,
};

const everyIntent = Object.values(GatewayIntentBits).reduce<number>(
  (bits, bit) => (typeof bit === 'number' ? bits | bit : bits),
  0,
);

/** The close code with which Discord refuses a login, if it does. */
export function findRefusal(
  request: Identify,
  { token, grantedIntents }: { readonly token: string; readonly grantedIntents: readonly PrivilegedIntent[] },
): GatewayCloseCodes | null {
  if (request.token !== token) return GatewayCloseCodes.AuthenticationFailed;
  const [shard, count] = shardOf(request);
  if (shard >= count) return GatewayCloseCodes.InvalidShard;
  if ((BigInt(request.intents) & ~BigInt(everyIntent)) !== 0n) return GatewayCloseCodes.InvalidIntents;
  const granted = grantedIntents.reduce((bits, name) => bits | privileged[name], 0);
  const wanted = request.intents & Object.values(privileged).reduce((bits, bit) => bits | bit, 0);
  return (wanted & ~granted) === 0 ? null : GatewayCloseCodes.DisallowedIntents;
}

/** Which shard logs in, of how many. */
export function shardOf({ shard }: Identify): readonly [id: number, count: number] {
  return shard ?? [0, 1];
}
