/** What a process needs before it connects: its place among those that run the same bot, and one way to Discord's API for all its shards. */
import type { REST } from 'discord.js';
import { type Config, isShared } from '../config.ts';
import { type Fleet, type FleetPorts, joinFleet } from '../fleet/fleet.ts';
import type { FleetStore } from '../fleet/fleet-store.ts';
import { createIdentifyGuard, type IdentifyGuard, type IdentifyStore } from '../fleet/identify-guard.ts';
import { nameBot } from '../fleet/this-process.ts';
import type { Telemetry } from '../telemetry.ts';
import { createRest, recommendShards } from './connect.ts';

interface OpenFleetPorts extends Pick<FleetPorts, 'log' | 'onEnd'> {
  readonly config: Config;
  readonly telemetry: Telemetry;
  readonly stores: { readonly fleet: FleetStore; readonly identifies: IdentifyStore };
}

/** Throws `UserError('already-running')` where others have all there is, and as `connect` does. */
export async function openFleet({ config, log, telemetry, stores, onEnd }: OpenFleetPorts): Promise<{
  readonly rest: REST;
  readonly fleet: Fleet;
  readonly identifyGuard: IdentifyGuard;
}> {
  const { shards, token } = config.discord;
  let joined: Fleet | undefined;
  const rest = createRest(config, log, telemetry, () => joined?.share() ?? 1);
  const bot = nameBot(token ?? '');
  const wanted = shards === 'auto' ? await recommendShards(rest) : shards;
  const mayShare = isShared(config);
  const fleet = await joinFleet({ ...{ log, bot, wanted, mayShare, onEnd }, store: stores.fleet });
  joined = fleet;
  return { rest, fleet, identifyGuard: createIdentifyGuard({ store: stores.identifies, log, bot }) };
}
