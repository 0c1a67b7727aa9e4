/** The way to Discord of a bot in a test: a fleet of its own, so that a bot may take the place of another in the same process. */
import type { Config } from '../../src/config.ts';
import { createRest } from '../../src/discord/connect.ts';
import { joinFleet } from '../../src/fleet/fleet.ts';
import { createIdentifyGuard } from '../../src/fleet/identify-guard.ts';
import type { Log } from '../../src/log.ts';
import type { Database } from '../../src/storage/database.ts';
import { createFleetStore } from '../../src/storage/fleet-store.ts';
import { createIdentifyStore } from '../../src/storage/identify-store.ts';
import type { Telemetry } from '../../src/telemetry.ts';

export async function openTestFleet(config: Config, database: Database, log: Log, telemetry?: Telemetry) {
  const bot = crypto.randomUUID();
  const store = createFleetStore(database);
  const onEnd = (error: unknown): void => log.error('bug', { error });
  return {
    rest: createRest(config, log, telemetry),
    fleet: await joinFleet({ ...{ store, log, bot, onEnd }, wanted: 1, mayShare: false }),
    identifyGuard: createIdentifyGuard({ store: createIdentifyStore(database), log, bot }),
  };
}
