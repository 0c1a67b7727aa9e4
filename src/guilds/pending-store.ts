/** The port to what is under way: a process that ends without a word leaves it to the next one to finish. */

/** One question, or anything else that a member waits for. */
export interface PendingRow {
  /** Of the interaction or the message. */
  readonly id: string;
  /** Whose process may take it up; null for direct messages. */
  readonly guildId: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** What is needed to go on. The database alone must not show it: whoever writes it has encrypted it. */
  readonly sealed: Uint8Array;
}

export interface ClaimedRow extends PendingRow {
  /** How often it was claimed, this time included. */
  readonly attempt: number;
}

/** Each throws `UpstreamError('database')`. A holder is a process, by a name that no other one ever has. */
export interface PendingStore {
  /** Keeps and erases rows of a holder, all or none. A row that another holder has claimed meanwhile stays as it is. */
  write(holder: string, kept: readonly PendingRow[], erased: readonly string[]): Promise<void>;
  /**
   * Makes rows of other holders this one's: those that are `isLeft`, by server and holder, which expire after `time`. Each is given
   * to one holder only, however many claim at once.
   */
  claim(
    holder: string,
    isLeft: (guildId: string | null, holder: string) => boolean,
    time: number,
  ): Promise<readonly ClaimedRow[]>;
  /** Erases what has expired by `time`, so that no file of ours has it any more, nor what was erased before. */
  sweep(time: number): Promise<void>;
}
