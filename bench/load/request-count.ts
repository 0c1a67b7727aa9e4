/** Counts requests as Discord does: in windows of a second, each opened by the first request after the one before. */

export interface RequestCount {
  /** Counts one, by its path without the API's address, at a time in milliseconds. First responses do not count. */
  note(path: string, at: number): void;
  /** How many since the last time, and the most in a second of these. */
  take(): { readonly requests: number; readonly most: number };
}

const second = 1_000;

export function createRequestCount(): RequestCount {
  let opened = Number.NEGATIVE_INFINITY;
  let inWindow = 0;
  let most = 0;
  let requests = 0;
  return {
    note(path, at) {
      if (path.includes('/interactions/')) return;
      if (at - opened >= second) {
        opened = at;
        inWindow = 0;
      }
      inWindow += 1;
      requests += 1;
      most = Math.max(most, inWindow);
    },
    take() {
      const taken = { requests, most };
      requests = 0;
      most = 0;
      return taken;
    },
  };
}
