/** What the exit code of every process of this project means; docs/operators.md shows the same table. */
import { UpstreamError, UserError } from './errors.ts';

export const exitCodes = {
  /** Done, or stopped on request. */
  ok: 0,
  /** A fault of the program: the stack is in the log. */
  bug: 1,
  /** A bad environment, article file or command line. */
  badInput: 2,
  /** Discord does not accept the token. */
  wrongToken: 3,
  /** Discord does not allow an intent that was asked for. */
  disallowedIntents: 4,
  /** Discord cannot be reached: no network, or it is down. */
  discordUnreachable: 5,
  /** The database is not ours, was written by a newer version, does not let us in, or is broken where it is to be copied. */
  databaseRefused: 6,
  /** Another process runs the same bot or uses the database. */
  alreadyRunning: 7,
  /** A backup, or a database from one, could not be written; what was there is as it was. */
  notWritten: 8,
} as const;

const byUserError: Readonly<Record<string, number>> = {
  'config-invalid': exitCodes.badInput,
  'article-invalid': exitCodes.badInput,
  'arguments-invalid': exitCodes.badInput,
  'token-wrong': exitCodes.wrongToken,
  'intents-disallowed': exitCodes.disallowedIntents,
  'discord-unreachable': exitCodes.discordUnreachable,
  'database-foreign': exitCodes.databaseRefused,
  'database-newer': exitCodes.databaseRefused,
  'database-refused': exitCodes.databaseRefused,
  'database-broken': exitCodes.databaseRefused,
  'database-held': exitCodes.alreadyRunning,
  'already-running': exitCodes.alreadyRunning,
  'backup-failed': exitCodes.notWritten,
  'restore-failed': exitCodes.notWritten,
  'move-failed': exitCodes.notWritten,
  'copy-differs': exitCodes.notWritten,
};

/** The exit code for an error that ends the process; what has no code of its own is a bug. */
export function exitCodeFor(error: unknown): number {
  if (error instanceof UserError) return byUserError[error.code] ?? exitCodes.badInput;
  if (error instanceof UpstreamError && error.upstream === 'discord') return exitCodes.discordUnreachable;
  return exitCodes.bug;
}
