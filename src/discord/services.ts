/** What handlers are given to work with: made once, when the bot is put together. */
import type { Draw } from '../charts/drawing-line.ts';
import type { Config } from '../config.ts';
import type { Gaps } from '../guilds/gaps.ts';
import type { GuildSettings } from '../guilds/guild-settings.ts';
import type { Asked } from '../guilds/policy.ts';
import type { DayBudget } from '../guilds/quotas.ts';
import type { KeptRateLimiter } from '../guilds/rate-limiter.ts';
import type { FeedbackStore } from '../guilds/stores.ts';
import type { ModelCheck } from '../knowledge/answering/model-check.ts';
import type { Article } from '../knowledge/article.ts';
import type { ArticleVersions } from '../knowledge/article-versions.ts';
import type { Figures } from '../knowledge/figures.ts';
import type { Retriever } from '../knowledge/retrieval/retriever.ts';
import type { Log } from '../log.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Ask } from './ask.ts';
import type { AnyCommand } from './command.ts';
import type { Pending } from './pending/pending.ts';
import type { SuggestQuestions } from './suggest-questions.ts';
import type { Turns } from './turns.ts';
import type { UsageRecord } from './usage-record.ts';

export interface Services {
  readonly config: Config;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly article: Article;
  /** Older versions of the article, for what was cited from them. */
  readonly articleVersions: ArticleVersions;
  readonly retriever: Retriever;
  readonly guildSettings: GuildSettings;
  readonly dayBudget: DayBudget;
  readonly feedbackStore: FeedbackStore;
  readonly keptCounts: Pick<KeptRateLimiter, 'ofMember'>;
  /** Questions that were left open, and what moderators made of them. */
  readonly gaps: Gaps;
  /** Answers a question: the one way for slash commands, chat, modals and buttons. */
  readonly ask: Ask;
  /** Lets in what needs no model, and counts it. Throws the `UserError` that says why not. */
  admit(asked: Asked): Promise<void>;
  readonly suggestQuestions: SuggestQuestions;
  readonly draw: Draw;
  /** What answers take, as `ask` notes it. */
  readonly usageRecord: UsageRecord;
  /** What members wait for, in case that this process ends without a word. */
  readonly pending: Pending;
  /** Who answers next; held while somebody has had no response yet. */
  readonly turns: Turns;
  /** Every command there is, for those that tell about them. */
  readonly commands: readonly AnyCommand[];
  /** What the last evaluation measured; null where it is not known. */
  readonly figures: Figures | null;
  /** Null where no model is configured. */
  readonly checkModel: ModelCheck | null;
  /** Throws `UpstreamError('database')` where the database cannot be read and written. */
  checkDatabase(): Promise<void>;
  /** The bot's own version. */
  readonly version: string;
}
