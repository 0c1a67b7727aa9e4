/** All stores on one database. */
import type { Log } from '../log.ts';
import { createArticleStore } from './article-store.ts';
import { createDatabaseCheck } from './check-database.ts';
import type { Database } from './database.ts';
import { createEmbeddingStore } from './embedding-store.ts';
import { createFeedbackStore } from './feedback-store.ts';
import { createFleetStore } from './fleet-store.ts';
import { createGapStore } from './gap-store.ts';
import { createIdentifyStore } from './identify-store.ts';
import { createPendingStore } from './pending-store.ts';
import { createKeptRateLimiter } from './rate-limiters.ts';
import { createRetentionStore } from './retention-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { createSpendingStore } from './spending-store.ts';
import { createUsageStore } from './usage-store.ts';

export type Stores = ReturnType<typeof createStores>;

export function createStores(database: Database, log: Log) {
  return {
    articles: createArticleStore(database),
    embeddings: createEmbeddingStore(database),
    feedback: createFeedbackStore(database),
    fleet: createFleetStore(database),
    gaps: createGapStore(database),
    identifies: createIdentifyStore(database),
    pending: createPendingStore(database),
    rateLimiter: createKeptRateLimiter({ database, log }),
    retention: createRetentionStore(database),
    settings: createSettingsStore(database),
    spending: createSpendingStore(database),
    usage: createUsageStore(database),
    /** Throws `UpstreamError('database')` where the database cannot be read and written. */
    check: createDatabaseCheck(database),
  };
}
