/** The port to the questions that the article left open, and to what moderators made of them. */

export const gapStates = ['open', 'answered', 'dismissed'] as const;
export type GapState = (typeof gapStates)[number];

/** Why a question is in the queue: how its answer ended, a vote against it, or that its asker sent it. */
export const gapReasons = ['not-in-article', 'partly', 'unhelpful', 'sent'] as const;
export type GapReason = (typeof gapReasons)[number];

/** A paragraph that a moderator chose; its text finds it again in another version of the article. */
export interface Pin {
  readonly paragraph: number;
  readonly text: string;
}

/** One question, as a member asked it. */
export interface GapQuestion {
  /** Of the answer that left it open. */
  readonly answerId: string;
  readonly question: string;
  readonly memberId: string;
  readonly reason: GapReason;
  /** ISO 8601, UTC. */
  readonly askedAt: string;
}

/** What moderators decided. */
export interface GapVerdict {
  readonly state: GapState;
  /** The question in the moderators' own words, in as many ways as they wrote; empty before. */
  readonly wordings: readonly string[];
  /** In their words; null where they only pinned paragraphs. */
  readonly answer: string | null;
  readonly pins: readonly Pin[];
}

/** Questions that are one to the moderators. */
export interface Gap extends GapVerdict {
  readonly id: number;
  /** Counts verdicts: whoever decides on an older one is told. */
  readonly revision: number;
  /** The newest first. */
  readonly questions: readonly GapQuestion[];
}

/** A member who wants to hear of the answer. */
export interface Wish {
  readonly memberId: string;
  /** Of the member's Discord. */
  readonly locale: string;
}

/** Of one server each but for what is a member's. Throws `UpstreamError('database')` as the other stores do. */
export interface GapStore {
  /**
   * Adds a question to a gap of that server, or to a new one, unless its answer is in the queue already. Takes away
   * questions and wishes older than `keepDays`, and what is empty then and has no answer. Returns the gap's id.
   */
  add(guildId: string, question: GapQuestion, gapId: number | null, keepDays: number): Promise<number>;
  /** All gaps of a server, those asked last first. */
  list(guildId: string): Promise<readonly Gap[]>;
  /** Decides, unless the gap has been decided on since `revision`, or is gone. */
  decide(
    guildId: string,
    gap: { readonly id: number; readonly revision: number },
    verdict: GapVerdict,
  ): Promise<'decided' | 'changed' | 'gone'>;
  /** Notes that a member wants to hear of the answer to the question that an answer left open. */
  wish(guildId: string, answerId: string, wish: Wish, at: string): Promise<'noted' | 'answered' | 'gone'>;
  /** The wishes of a gap, each given once. */
  takeWishes(guildId: string, gapId: number): Promise<readonly Wish[]>;
  /** What is kept of a member, in every server. */
  ofMember(memberId: string): Promise<{
    readonly questions: readonly (GapQuestion & { readonly guildId: string })[];
    readonly wishes: readonly { readonly guildId: string; readonly wishedAt: string }[];
  }>;
  /** Deletes that, so that not even the file has it. Returns how many questions and wishes. */
  forget(memberId: string): Promise<number>;
}
