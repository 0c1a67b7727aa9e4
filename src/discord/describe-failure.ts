/** What a member is told when something fails, and what the log is: the same for the router and for chat. */
import { randomBytes } from 'node:crypto';
import { UpstreamError, UserError } from '../errors.ts';
import type { Translate } from '../locales/translator.ts';
import type { Log, LogFields } from '../log.ts';
import { plain } from './payload.ts';
import type { Responder } from './responder.ts';

interface Telling {
  readonly translate: Translate;
  readonly log: Log;
  readonly origin: LogFields;
}

/** Does it, and tells the member what it throws. */
export async function orTellWhy(run: () => Promise<void>, reply: Responder, telling: Telling): Promise<void> {
  try {
    await run();
  } catch (error) {
    const sentence = describeFailure(error, telling);
    if (sentence === null) return;
    // A bot that stops has no time for two requests: of one that came through alone, nobody could tell afterwards.
    const isLast = error instanceof UserError && error.code === 'stopping';
    await (isLast ? reply.lastWord(plain(sentence)) : reply.whisper(plain(sentence)));
  }
}

/** The sentence for a failure, in the reader's language; null when nobody is left to read it. Logs what is not expected. */
export function describeFailure(error: unknown, { translate, log, origin }: Telling): string | null {
  if (error instanceof UserError) return translate.describeError(error);
  if (error instanceof UpstreamError) {
    const isGone = error.upstream === 'discord' && ['gone', 'answered'].includes(error.reason);
    log.warn(isGone ? 'nobody-to-answer' : 'upstream-failed', {
      ...origin,
      upstream: error.upstream,
      reason: error.reason,
      error: isGone ? undefined : error,
    });
    if (isGone) return null;
    return translate(error.upstream === 'database' ? 'error.databaseAway' : 'error.upstream');
  }
  const referenceId = randomBytes(4).toString('hex');
  log.error('bug', { ...origin, referenceId, error });
  return translate('error.bug', { reference: referenceId });
}
