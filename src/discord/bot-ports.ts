/** What the bot needs of the rest of the program. */
import type { REST } from 'discord.js';
import type { Config } from '../config.ts';
import type { UserError } from '../errors.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { IdentifyGuard } from '../fleet/identify-guard.ts';
import type { GapStore } from '../guilds/gap-store.ts';
import type { GuildSettings } from '../guilds/guild-settings.ts';
import type { Limits } from '../guilds/limits.ts';
import type { PendingStore } from '../guilds/pending-store.ts';
import type { DayBudget } from '../guilds/quotas.ts';
import type { KeptRateLimiter } from '../guilds/rate-limiter.ts';
import type { Retention } from '../guilds/retention.ts';
import type { Spending } from '../guilds/spending.ts';
import type { FeedbackStore } from '../guilds/stores.ts';
import type { AnswerPorts, Edition, ModelPorts } from '../knowledge/answering/answer-question.ts';
import type { Generator } from '../knowledge/answering/generator.ts';
import type { ModelCheck } from '../knowledge/answering/model-check.ts';
import type { QueryPlanner } from '../knowledge/answering/query-planner.ts';
import type { Verifier } from '../knowledge/answering/verifier.ts';
import type { ArticleVersions } from '../knowledge/article-versions.ts';
import type { Figures } from '../knowledge/figures.ts';
import type { Log } from '../log.ts';
import type { Telemetry } from '../telemetry.ts';
import type { AnyCommand } from './command.ts';
import type { SuggestQuestions } from './suggest-questions.ts';

export interface BotPorts extends Edition {
  readonly config: Config;
  readonly log: Log;
  readonly rest: REST;
  readonly fleet: Fleet;
  readonly identifyGuard: IdentifyGuard;
  /** Absent: nobody watches. */
  readonly telemetry?: Telemetry;
  readonly articleVersions: ArticleVersions;
  /** The model's generator, planner and verifier; null when no model is configured. */
  readonly generator: Generator | null;
  readonly planner: QueryPlanner | null;
  readonly verifier?: Verifier | null;
  readonly loadTokenCounter?: AnswerPorts['loadTokenCounter'];
  /** The same for each model that servers may choose. */
  readonly byModel?: ModelPorts;
  readonly guildSettings: GuildSettings;
  readonly limits: Limits;
  /** What limits have counted and kept, for who wants to know what is kept of them. */
  readonly keptCounts: Pick<KeptRateLimiter, 'ofMember'>;
  readonly dayBudget: DayBudget;
  readonly spending: Spending;
  readonly feedbackStore: FeedbackStore;
  readonly gapStore: GapStore;
  readonly pendingStore: PendingStore;
  readonly retention: Retention;
  readonly commands: readonly AnyCommand[];
  /** Of this article, where it was made already. */
  readonly suggestQuestions?: SuggestQuestions;
  /** What the last evaluation measured. */
  readonly figures?: Figures | null;
  readonly checkModel?: ModelCheck | null;
  readonly checkDatabase: () => Promise<void>;
  readonly version: string;
  /** Told when Discord ends the connection for good, after the start. */
  readonly onEnd: (error: UserError) => void;
}
