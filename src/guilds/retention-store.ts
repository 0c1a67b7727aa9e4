/** The port to what has to be erased in time. Throws `UpstreamError('database')` as the other stores do. Times are ISO 8601, UTC. */
export interface RetentionStore {
  /** Servers that anything is kept of. */
  keptGuilds(): Promise<readonly string[]>;
  /** Notes that the bot is not in these servers any more; one that is noted keeps its time. */
  noteLeft(guildIds: readonly string[], at: string): Promise<void>;
  /** Takes the notes back: the bot is there again. */
  noteBack(guildIds: readonly string[]): Promise<void>;
  /** Erases all that is kept of those of these servers that were noted before a time. Returns which they were. */
  eraseLeft(guildIds: readonly string[], before: string): Promise<readonly string[]>;
  /** Servers with dated rows from before a time, null for direct messages. */
  datedGuilds(before: string): Promise<readonly (string | null)[]>;
  /** Erases answers, votes, questions and wishes of a server that are older than `keepDays`. Returns how many. */
  eraseExpired(guildId: string | null, now: string, keepDays: number): Promise<number>;
  /** Erases what moderators did not answer, or dismissed, and nobody's question is kept with any more. */
  eraseEmptyGaps(): Promise<void>;
  /** Takes what was deleted, by whomever, out of the database's own files. */
  scrub(): Promise<void>;
}
