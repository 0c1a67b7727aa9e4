// What was asked of the sandbox, kept for those who look afterwards, and the waiting that goes with it.

export interface RequestRecord {
  readonly at: number;
  readonly method: string;
  /** The route with its placeholders: `/channels/:channel/messages`. */
  readonly route: string;
  readonly path: string;
  body: unknown;
  files: readonly string[];
  status: number;
  response: unknown;
  durationMs: number;
  /** Whether a planned fault has hit it. */
  isFaulted: boolean;
}

/** Wakes whoever waits each time anything changes. */
export class Changes {
  private readonly waiting = new Set<() => void>();
  /** Real time of the last change. */
  lastAt = Date.now();

  announce(): void {
    this.lastAt = Date.now();
    for (const look of [...this.waiting]) look();
  }

  /** Resolves with the first value of `find` that is not undefined; rejects, saying what was awaited, after the timeout. */
  waitFor<Found>(find: () => Found | undefined, timeoutMs: number, what: () => string): Promise<Found> {
    return new Promise((resolve, reject) => {
      let poll: NodeJS.Timeout | undefined;
      const look = () => {
        try {
          const found = find();
          if (found !== undefined) finish(() => resolve(found));
        } catch (error) {
          finish(() => reject(error));
        }
      };
      const finish = (settle: () => void) => {
        clearInterval(poll);
        clearTimeout(limit);
        this.waiting.delete(look);
        settle();
      };
      const limit = setTimeout(
        () => finish(() => reject(new Error(`waited ${timeoutMs} ms for ${what()}`))),
        timeoutMs,
      );
      this.waiting.add(look);
      // Some things come true with time alone: a message that has not changed for a while.
      poll = setInterval(look, 10);
      look();
    });
  }
}
