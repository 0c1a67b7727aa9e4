/** The ports to what outlives the process. Each throws `UpstreamError('database')` when the database is down, locked, full or broken. */
import type { Usage } from '../knowledge/answering/usage.ts';
import type { StoredSettings } from './settings.ts';

/** What moderators changed, by server. */
export interface SettingsStore {
  /** Of every server that has changed anything. */
  loadAll(): Promise<ReadonlyMap<string, StoredSettings>>;
  /** Of one server; empty when it has changed nothing. */
  load(guildId: string): Promise<StoredSettings>;
  /**
   * Writes values and what they took the place of, all or none; null takes a key back to its default. Keys that are
   * not named stay as they are. Returns what was stored just before; nothing is written where `isExpected` refuses it.
   */
  save(guildId: string, changes: StoredSettings, edit: SettingsEdit): Promise<SavedSettings>;
  /** Tells from now on whose settings were saved, here or by another process; null where it may be anybody's. */
  listen(onChange: (guildId: string | null) => void): void;
  /** The newest edits of a server first, from the `skip`th. */
  history(
    guildId: string,
    page: { readonly skip: number; readonly take: number },
  ): Promise<readonly KeptEdit[]>;
  /** One edit of that server; null where there is none of that id. */
  findEdit(guildId: string, id: number): Promise<KeptEdit | null>;
}

/** Who changes settings, and when. */
export interface SettingsEdit {
  readonly memberId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Asked with what is stored at that moment: whether it is still what the change was decided on. */
  readonly isExpected?: (stored: StoredSettings) => boolean;
}

export interface SavedSettings {
  readonly saved: boolean;
  readonly before: StoredSettings;
}

/** One edit as it is kept: the keys whose value became another, null standing for the default. */
export interface KeptEdit {
  /** Counts up over all servers. */
  readonly id: number;
  readonly memberId: string;
  readonly at: string;
  readonly before: StoredSettings;
  readonly after: StoredSettings;
}

/** How many answers a model wrote for a server on a day. */
export interface UsageStore {
  /** Counts one more answer unless `limit` is reached. Returns the day's count, or null when it is. Two at once never pass it. */
  take(scope: string, day: string, limit: number): Promise<number | null>;
  /** The day's count. */
  used(scope: string, day: string): Promise<number>;
}

/** What a model took: tokens in and out, and money in the currency of the operator's prices. */
export interface Spent {
  readonly tokens: number;
  readonly money: number;
}

/** What a model took for a server on a day. */
export interface SpendingStore {
  /** Adds to the day's sum and returns it. Two at once lose nothing. */
  add(scope: string, day: string, spent: Spent): Promise<Spent>;
  of(scope: string, day: string): Promise<Spent>;
}

/** No server keeps answers and votes on them longer than this many days, whatever it once set. */
export const longestKept = 365;

/** What is kept of an answer that was shown, so that a vote on it tells something. */
export interface ShownAnswer {
  readonly id: string;
  /** Null for a direct message. */
  readonly guildId: string | null;
  readonly outcome: string;
  /** Places in the article; the words are there. */
  readonly citations: readonly { readonly paragraph: number; readonly start: number; readonly end: number }[];
  readonly language: string;
  readonly versions: { readonly article: string; readonly bot: string; readonly prompt: string };
  /** ISO 8601, UTC. */
  readonly shownAt: string;
  /** The question and who asked it, only where the server allows it; else null. */
  readonly asked: { readonly question: string; readonly memberId: string } | null;
  /** Null of an answer from before this was kept. */
  readonly making: Making | null;
}

/** What wrote an answer, and what that took. */
export interface Making {
  readonly by: 'model' | 'quotes';
  readonly milliseconds: number;
  /** Nothing where the answer was there already. */
  readonly usage: Usage;
  /** In millionths of the prices' currency; null where no model wrote it, or its prices are not known. */
  readonly cost: number | null;
}

/** What moderators are told of an answer: not who asked. */
export interface AnsweredQuestion {
  readonly outcome: string;
  readonly shownAt: string;
  readonly language: string;
  /** Null where it is not kept. */
  readonly question: string | null;
  readonly making: Making | null;
}

/** What moderators are told of a vote: not who voted, nor what they wrote. */
export type CountedVote = Pick<Vote, 'helpful' | 'reason' | 'votedAt'>;

/** What a member thinks of an answer. */
export interface Vote {
  readonly answerId: string;
  readonly memberId: string;
  readonly guildId: string | null;
  readonly helpful: boolean;
  /** Why not, where it is not. */
  readonly reason: string | null;
  /** What the member wrote about it. */
  readonly note: string | null;
  /** ISO 8601, UTC. */
  readonly votedAt: string;
}

/** Votes of members on answers, and what is kept of the answers. */
export interface FeedbackStore {
  /** Takes away what the server has kept for more than `keepDays`, and what any has for more than {@link longestKept}. */
  keepAnswer(answer: ShownAnswer, keepDays: number): Promise<void>;
  /** One a member and answer: a later one takes the place of the one before. The answer need not be known. */
  vote(vote: Vote): Promise<void>;
  /** A server's answers from a time on (ISO 8601, UTC), oldest first, and the votes on its answers. */
  ofGuild(
    guildId: string,
    since: string,
  ): Promise<{
    readonly answers: readonly AnsweredQuestion[];
    readonly votes: readonly CountedVote[];
  }>;
  /** The question that an answer was given to, and who asked it; null where the server does not keep it. */
  findQuestion(guildId: string, answerId: string): Promise<ShownAnswer['asked']>;
  /** The member's votes, the answers they are on, and the answers to questions that are kept as the member's. */
  ofMember(memberId: string): Promise<{
    readonly votes: readonly Vote[];
    readonly answers: readonly ShownAnswer[];
  }>;
  /** Deletes the member's votes and questions in every server, so that not even the file has them. Returns how many. */
  forget(memberId: string): Promise<{ readonly votes: number; readonly questions: number }>;
}
