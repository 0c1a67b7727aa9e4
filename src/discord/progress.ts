/** Edits of one message, spaced out: at most one a second, the newest state, and the last one always, as soon as it is there. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from './payload.ts';

interface Progress {
  /** Shows a state soon, unless a newer one comes first. Failures are told to `onError`. */
  show(payload: Payload): void;
  /** Waits for what is under way and a moment after it, so that the last state can be sent. Shows nothing after that. */
  settle(): Promise<void>;
}

/** Long enough for a state that is outdated at once never to be sent: a stage that is passed, the end right after the last statement. */
const delay = { first: 400, later: 80 };
const space = 1000;
/** Long enough to be seen; whoever waits for the answer is not kept from it. */
const spaceBeforeLast = 150;
const maxEdits = 4;

export function createProgress(
  edit: (payload: Payload) => Promise<void>,
  onError: (error: unknown) => void,
): Progress {
  let newest: Payload | null = null;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  let edits = 0;
  let settled = false;
  let shown = '';

  const schedule = (): void => {
    if (newest === null || timer !== undefined || underWay !== null || settled || edits >= maxEdits) return;
    const least = edits === 0 ? delay.first : delay.later;
    timer = setTimeout(send, Math.max(least, lastAt + space - performance.now()));
  };
  const send = (): void => {
    timer = undefined;
    if (newest === null) return;
    // An edit that changes nothing would only take one away from those that are left.
    const words = JSON.stringify(newest);
    const isNew = words !== shown;
    shown = words;
    if (isNew) underWay = carryOut(newest);
    newest = null;
  };
  const carryOut = async (payload: Payload): Promise<void> => {
    edits += 1;
    await edit(payload).catch(onError);
    lastAt = performance.now();
    underWay = null;
    schedule();
  };

  return {
    show(payload) {
      newest = payload;
      schedule();
    },
    async settle() {
      settled = true;
      clearTimeout(timer);
      await underWay;
      const wait = lastAt + spaceBeforeLast - performance.now();
      if (wait > 0) await sleep(wait);
    },
  };
}
