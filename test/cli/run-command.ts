/** Runs a command of the terminal as its own process, as a reader would. */
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../child-environment.ts';

interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * `name` is a file of src/cli/. The environment is empty but for what is given, the working directory a new one. No
 * file that it writes may be longer than `mostBytes`: to a program, that is a disk without room.
 */
export async function runCommand(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  { mostBytes }: { readonly mostBytes?: number } = {},
): Promise<CommandResult> {
  const file = join(import.meta.dirname, '../../src/cli', `${name}.ts`);
  const cwd = await mkdtemp(join(tmpdir(), 'footnote-cli-'));
  const env = { ...childEnvironment(), ...environment };
  const command = [process.execPath, file, ...args];
  const limited = ['/bin/sh', '-c', `ulimit -f ${(mostBytes ?? 0) / 512}; exec "$0" "$@"`, ...command];
  const [program = '', ...rest] = mostBytes === undefined ? command : limited;
  return new Promise((resolve) => {
    execFile(program, rest, { cwd, env, timeout: 60_000, maxBuffer: 16e6 }, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
        stdout,
        stderr,
      });
    });
  });
}

export async function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'footnote-cli-'));
}
