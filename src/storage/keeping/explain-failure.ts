import { UpstreamError, UserError } from '../../errors.ts';
import { translatePostgresError } from '../postgres-engine.ts';
import { translateSqliteError } from '../sqlite-error.ts';

/** What the system or a database refused, as what `toError` makes of the reason; a `UserError` or a fault of the program as it is. */
export function explainFailure(error: unknown, toError: (reason: string) => UserError): unknown {
  const reason =
    error instanceof UserError ? null : reasonOf(translatePostgresError(translateSqliteError(error)));
  return reason === null ? error : toError(reason);
}

function reasonOf(error: unknown): string | null {
  if (error instanceof UpstreamError) return error.reason;
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
}
