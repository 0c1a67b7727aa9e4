/** What a member is told when something fails, and what the log is: the same for the router and for chat. */
import { randomBytes } from 'node:crypto';
import { UpstreamError, UserError } from '../errors.ts';
import type { Translate } from '../locales/translator.ts';
import type { Log, LogFields } from '../log.ts';

/** The sentence for a failure, in the reader's language; null when nobody is left to read it. Logs what is not expected. */
export function describeFailure(
  error: unknown,
  { translate, log, origin }: { translate: Translate; log: Log; origin: LogFields },
): string | null {
  if (error instanceof UserError) return translate.describeError(error);
  if (error instanceof UpstreamError) {
    const isGone = error.upstream === 'discord' && error.reason === 'gone';
    log.warn(isGone ? 'nobody-to-answer' : 'upstream-failed', {
      ...origin,
      upstream: error.upstream,
      reason: error.reason,
      error: isGone ? undefined : error,
    });
    return isGone ? null : translate('error.upstream');
  }
  const referenceId = randomBytes(4).toString('hex');
  log.error('bug', { ...origin, referenceId, error });
  return translate('error.bug', { reference: referenceId });
}
