/** The bot as its own process, against a sandbox of the test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { childEnvironment } from '../child-environment.ts';
import { findViolations } from '../discord/violations.ts';
import type { ModelServer } from '../model-server/model-server.ts';

const main = join(import.meta.dirname, '../../src/main.ts');

/** A start takes two seconds; a machine with much else to do needs more. */
export const startTimeout = 60_000;

export interface RunningBot {
  readonly sandbox: Sandbox;
  readonly databasePath: string;
  /** All that the process has printed, the log with it. */
  output(): string;
  /** Does what asks the bot a question, and waits until the log says that it was answered: what is shown then is the answer, and no state on the way. */
  asking<Shown>(ask: () => Promise<Shown>): Promise<Shown>;
  /** Ends the process by a signal, and gives its exit code: null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Starts it again, on the same database. */
  start(): Promise<void>;
  /** Ends the process and the sandbox, and removes what they left. Throws when anything that was sent was not as it must be. */
  close(): Promise<void>;
}

interface Options {
  readonly sandbox?: SandboxOptions;
  readonly environment?: Readonly<Record<string, string>>;
  readonly model?: ModelServer;
}

/** Starts the bot, and waits until it has said that it is connected. */
export async function runBot({
  sandbox: options,
  environment = {},
  model,
}: Options = {}): Promise<RunningBot> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-e2e-'));
  const databasePath = join(folder, 'bot.db');
  const sandbox = await startSandbox({ validate: findViolations, ...options });
  let child: ChildProcess | null = null;
  let output = '';

  const end = (signal: NodeJS.Signals): Promise<number | null> =>
    new Promise((resolve) => {
      if (child === null || child.exitCode !== null || child.signalCode !== null)
        return resolve(child?.exitCode ?? null);
      child.once('exit', resolve);
      child.kill(signal);
    });
  const start = async (): Promise<void> => {
    const before = output.length;
    child = spawn(process.execPath, [main], {
      cwd: folder,
      env: {
        ...childEnvironment(),
        DATABASE_URL: `file:${databasePath}`,
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API_URL: sandbox.apiUrl,
        ...(model === undefined
          ? {}
          : { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'any', OPENAI_MODEL: 'any' }),
        ...environment,
      },
    });
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    await sandbox.whenReady({ commands: ['ask', 'config'], timeoutMs: startTimeout });
    await sandbox.waitFor(
      () => output.includes('Answers:', before) || undefined,
      startTimeout,
      'the first lines',
    );
  };

  const countAnswers = (): number => output.split('"question-answered"').length;
  const asking = async <Shown>(ask: () => Promise<Shown>): Promise<Shown> => {
    const before = countAnswers();
    const shown = await ask();
    await sandbox.waitFor(() => countAnswers() > before || undefined, startTimeout, 'the answer in the log');
    return shown;
  };

  await start();
  return {
    ...{ sandbox, databasePath, end, start, asking },
    output: () => output,
    async close() {
      await end('SIGKILL');
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
      const faults = [...sandbox.violations, ...sandbox.bugs.map(String)];
      if (faults.length > 0)
        throw new Error(`the bot sent what Discord would not take: ${faults.join('; ')}`);
    },
  };
}
