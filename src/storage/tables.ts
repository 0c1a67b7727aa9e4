import type { Generated } from 'kysely';

/** The tables as they are after the last migration. */
export interface Tables {
  /** What moderators changed; a key that is not here has its default. */
  readonly guild_settings: {
    readonly guild_id: string;
    readonly key: string;
    /** JSON. */
    readonly value: string;
  };
  /** Who changed settings, from what, to what, when. */
  readonly settings_edits: {
    readonly id: Generated<number>;
    readonly guild_id: string;
    readonly member_id: string;
    /** ISO 8601, UTC. */
    readonly edited_at: string;
    /** JSON, by key; null for the default. */
    readonly before: string;
    readonly after: string;
  };
  /** Answers that a model wrote, by server and UTC day. */
  readonly daily_answers: {
    /** A server's id, or `direct` for all direct messages together. */
    readonly scope: string;
    /** `2026-11-24`. */
    readonly day: string;
    readonly answers: number;
  };
  /** What a model took, by server and UTC day. */
  readonly daily_spending: {
    readonly scope: string;
    readonly day: string;
    readonly tokens: number;
    /** Of the operator's currency. */
    readonly millionths: number;
  };
  /** How often something was done of late, for limits. */
  readonly rate_limits: {
    /** `questions/SERVER`, `questions/SERVER/channel/CHANNEL` or `questions/SERVER/member/MEMBER`. */
    readonly key: string;
    readonly count: number;
    /** Milliseconds since 1970. */
    readonly ends_at: number;
  };
  /** Vectors of texts of articles, so that each is embedded once. */
  readonly embeddings: {
    readonly model: string;
    /** SHA-256 of the text, hexadecimal. */
    readonly hash: string;
    readonly vector: Uint8Array;
  };
  /** Versions of the article that answers were given from. */
  readonly articles: {
    readonly version: string;
    /** JSON. */
    readonly article: string;
  };
  /** Answers that were shown; a vote names one. */
  readonly answers: {
    readonly id: string;
    /** Null for a direct message. */
    readonly guild_id: string | null;
    readonly outcome: string;
    /** JSON. */
    readonly citations: string;
    readonly language: string;
    /** JSON. */
    readonly versions: string;
    readonly shown_at: string;
    /** Both null unless the server lets questions be kept. */
    readonly question: string | null;
    readonly asker_id: string | null;
    /** `model` or `quotes`; null, as are the counts, in answers from before this was kept. */
    readonly made_by: string | null;
    readonly milliseconds: number | null;
    readonly tokens_in: number | null;
    readonly tokens_out: number | null;
    readonly tokens_cached: number | null;
    /** In millionths of the prices' currency; null where there are no prices. */
    readonly cost: number | null;
  };
  /** What members think of answers. */
  readonly votes: {
    readonly answer_id: string;
    readonly member_id: string;
    readonly guild_id: string | null;
    /** 1 or 0. */
    readonly helpful: number;
    readonly reason: string | null;
    readonly note: string | null;
    readonly voted_at: string;
  };
  /** Questions that the article left open, and what moderators made of them. */
  readonly gaps: {
    readonly id: Generated<number>;
    readonly guild_id: string;
    readonly state: string;
    /** JSON. */
    readonly wordings: string;
    readonly answer: string | null;
    /** JSON. */
    readonly pins: string;
    readonly revision: number;
  };
  readonly gap_questions: {
    readonly guild_id: string;
    readonly answer_id: string;
    readonly gap_id: number;
    readonly question: string;
    readonly member_id: string;
    readonly reason: string;
    readonly asked_at: string;
  };
  /** Members who want to hear of an answer; taken away once they are told. */
  readonly gap_wishes: {
    readonly guild_id: string;
    readonly gap_id: number;
    readonly member_id: string;
    readonly locale: string;
    readonly wished_at: string;
  };
  /** What members wait for. */
  readonly pending: {
    readonly id: string;
    /** Null for a direct message. */
    readonly guild_id: string | null;
    /** The process that is at it, or was. */
    readonly holder: string;
    readonly attempt: number;
    /** Milliseconds since 1970. */
    readonly expires_at: number;
    /** Encrypted. */
    readonly sealed: Uint8Array;
  };
  /** Servers that the bot was taken out of, until what is kept of them is erased. */
  readonly left_guilds: {
    readonly guild_id: string;
    readonly left_at: string;
  };
  readonly schema_migrations: {
    readonly number: number;
    readonly name: string;
    readonly applied_at: string;
  };
  /** Processes that run the bot now. */
  readonly fleet_processes: {
    readonly id: string;
    /** Which bot, where several share the database: a hash of the public part of its token. */
    readonly bot: string;
    /** Counts up in the order in which they came. */
    readonly place: number;
    readonly host: string;
    readonly machine: string;
    readonly pid: number;
    readonly begun: string;
    /** ISO 8601, UTC. */
    readonly since: string;
    readonly beat: number;
    readonly shard_count: number;
  };
  /** Which process has which shard. */
  readonly fleet_shards: {
    readonly bot: string;
    readonly shard: number;
    readonly process_id: string;
  };
  /** When shards identified themselves to Discord, in the last day. */
  readonly identifies: {
    readonly bot: string;
    readonly shard: number;
    /** Milliseconds since 1970. */
    readonly at: number;
  };
}
