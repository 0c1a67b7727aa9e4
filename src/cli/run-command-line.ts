/** What every command of the terminal shares: usage, exit codes, one sentence for an error and never a stack. */
import { readSecrets } from '../config.ts';
import { UpstreamError, UserError } from '../errors.ts';
import { exitCodeFor, exitCodes } from '../exit-codes.ts';
import { createRedactor } from '../redact.ts';

export interface CommandLine {
  /** Printed for `--help`, and pointed to when arguments are wrong. */
  readonly usage: string;
  /** Does the work. Throws `UserError('arguments-invalid')` for wrong arguments; what `parseArgs` throws counts as that. */
  run(args: readonly string[]): Promise<void>;
}

/** Runs a command with the process's arguments and sets its exit code. */
export async function runCommandLine({ usage, run }: CommandLine, args: readonly string[]): Promise<void> {
  // A reader that stops early (`| head`) is no fault.
  process.stdout.on('error', () => process.exit(exitCodes.ok));
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    await run(args);
  } catch (error) {
    const isArguments = isArgumentsError(error);
    process.exitCode = isArguments ? exitCodes.badInput : exitCodeFor(error);
    const redact = createRedactor(readSecrets());
    process.stderr.write(`${redact(describeError(error))}\n${isArguments ? `\n${usage}\n` : ''}`);
  }
}

function isArgumentsError(error: unknown): boolean {
  if (error instanceof UserError) return error.code === 'arguments-invalid';
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function describeError(error: unknown): string {
  if (error instanceof UserError || isArgumentsError(error))
    return error instanceof Error ? error.message : '';
  if (error instanceof UpstreamError) return `The ${error.upstream} could not be used (${error.reason}).`;
  return `This is a fault of the program: ${error instanceof Error ? error.message : String(error)}`;
}
