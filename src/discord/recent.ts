/** Remembers what happened lately, within bounds. */
interface Recent {
  /** Remembers a key. False when it was remembered already. */
  add(key: string): boolean;
}

/** Forgets the oldest keys past `size`, and each after `forMilliseconds` where that is given. */
export function createRecent({
  size,
  forMilliseconds = Number.POSITIVE_INFINITY,
}: {
  readonly size: number;
  readonly forMilliseconds?: number;
}): Recent {
  const addedAt = new Map<string, number>();
  return {
    add(key) {
      const now = performance.now();
      const before = addedAt.get(key);
      if (before !== undefined && now - before < forMilliseconds) return false;
      addedAt.delete(key);
      addedAt.set(key, now);
      for (const oldest of addedAt.keys()) {
        if (addedAt.size <= size) break;
        addedAt.delete(oldest);
      }
      return true;
    },
  };
}
