/** How the process ends when something is thrown that nobody caught. */
import { errorText } from './describe-error.ts';
import { exitCodeFor } from './exit-codes.ts';
import { createRedactor } from './redact.ts';

/**
 * A function that says on standard error what ended the process, and ends it with the code for that. Errors that
 * nobody catches go the same way: Node itself would print their message and all of their fields as they are.
 */
export function createEnd(secrets: readonly string[]): (error: unknown) => never {
  const redact = createRedactor(secrets);
  const end = (error: unknown): never => {
    process.stderr.write(`${errorText(error, redact)}\n`);
    process.exit(exitCodeFor(error));
  };
  process.on('uncaughtException', end);
  return end;
}
