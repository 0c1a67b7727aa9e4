import type { Client } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { AnyCommand } from './command.ts';
import { clearOtherScopes, deployCommands } from './deploy-commands.ts';

/** A start goes on without: the commands of the last time are still there. */
export async function register(
  { rest, application, guilds }: Client<true>,
  {
    guildId,
    commands,
    log,
  }: {
    readonly guildId: string | null;
    readonly commands: readonly AnyCommand[];
    readonly log: Log;
  },
): Promise<void> {
  try {
    const scope = { rest, applicationId: application.id, guildId };
    const changed = await deployCommands({ ...scope, commands });
    log.info('commands-registered', { state: changed ? 'written' : 'unchanged', count: commands.length });
    const cleared = await clearOtherScopes(scope, [...guilds.cache.keys()]);
    if (cleared > 0) log.info('commands-cleared-elsewhere', { count: cleared });
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    log.warn('commands-not-registered', { reason: error.reason, error });
  }
}
