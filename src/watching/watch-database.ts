import { UpstreamError } from '../errors.ts';
import type { Database } from '../storage/database.ts';
import type { Metrics } from './metrics.ts';

/** The same database; each use is timed, and its failures are counted by reason. */
export function watchDatabase(database: Database, metrics: Metrics): Database {
  const timed = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const startedAt = performance.now();
    let failure: string | null = null;
    try {
      return await work();
    } catch (error) {
      failure = error instanceof UpstreamError ? error.reason : 'bug';
      throw error;
    } finally {
      metrics.database((performance.now() - startedAt) / 1000, failure);
    }
  };
  return {
    ...database,
    use: (work) => timed(() => database.use(work)),
    transact: (scope, work) => timed(() => database.transact(scope, work)),
  };
}
