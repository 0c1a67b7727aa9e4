/** The bot as a process, and who starts it again when it ends: what a supervisor such as systemd does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '../child-environment.ts';

const main = join(import.meta.dirname, '../../src/main.ts');
const preload = join(import.meta.dirname, 'preload.ts');
const startTimeout = 60_000;
/** Milliseconds before it is started again. */
const restartWait = 200;

/** An end of the process. */
export interface End {
  readonly at: number;
  /** The exit code, or the signal that ended it. */
  readonly how: number | string;
  /** What it had recorded as not answered yet. */
  readonly pending: ReadonlySet<string>;
}

export interface BotProcess {
  /** Of the process that runs now. Throws when none does. */
  readonly pid: number;
  /** Every end that nobody here has asked for, oldest first. */
  readonly ends: readonly End[];
  /** All that was printed, line by line; the log is JSON. */
  readonly lines: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Starts it; from then on it is started again whenever it ends. Resolves once it is ready. */
  start(): Promise<void>;
  /** Resolves once a process runs that is ready. */
  running(): Promise<void>;
  /** Ends it and leaves it ended, and tells how it ended. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string>;
  /** Whoever reads what it prints goes away. */
  looseReader(): void;
  /** Starts another on the same database, besides, and tells how it ends. */
  startAnother(): Promise<number | string>;
}

/** `readPending` tells what is recorded as not answered yet. */
export function createBotProcess(
  folder: string,
  environment: Readonly<Record<string, string>>,
  readPending: () => ReadonlySet<string>,
): BotProcess {
  const ends: End[] = [];
  const lines: string[] = [];
  const given = { ...childEnvironment(), NODE_OPTIONS: `--import=${preload}`, ...environment };
  let child: ChildProcess | null = null;
  let isWanted = false;
  let isReady = false;

  const collect = (stream: NodeJS.ReadableStream | null): void => {
    let rest = '';
    stream?.on('data', (bytes: Buffer) => {
      const parts = `${rest}${bytes}`.split('\n');
      rest = parts.pop() ?? '';
      // The last thing that a start says on its standard output.
      if (parts.some((line) => line.startsWith('Answers:'))) isReady = true;
      lines.push(...parts);
    });
  };
  const spawnBot = (): void => {
    isReady = false;
    const started = spawn(process.execPath, [main], { cwd: folder, env: given });
    child = started;
    const endWithUs = (): void => void started.kill('SIGKILL');
    process.once('exit', endWithUs);
    collect(started.stdout);
    collect(started.stderr);
    started.once('exit', (code, signal) => {
      process.off('exit', endWithUs);
      child = null;
      isReady = false;
      if (!isWanted) return;
      ends.push({ at: Date.now(), how: code ?? signal ?? 'unknown', pending: readPending() });
      setTimeout(() => void (isWanted && child === null && spawnBot()), restartWait);
    });
  };
  const running = async (): Promise<void> => {
    const until = Date.now() + startTimeout;
    while (!isReady) {
      if (Date.now() > until) throw new Error(`the bot did not start:\n${lines.slice(-20).join('\n')}`);
      await sleep(20);
    }
  };

  return {
    ...{ ends, lines, environment: given, running },
    get pid() {
      if (child?.pid === undefined) throw new Error('the bot does not run');
      return child.pid;
    },
    async start() {
      isWanted = true;
      spawnBot();
      await running();
    },
    async stop(signal) {
      isWanted = false;
      const ending = child;
      if (ending === null) return 'ended';
      const ended = new Promise<number | string>((resolve) =>
        ending.once('exit', (code, by) => resolve(code ?? by ?? 'unknown')),
      );
      ending.kill(signal);
      return ended;
    },
    looseReader() {
      child?.stdout?.destroy();
      child?.stderr?.destroy();
    },
    startAnother() {
      const other = spawn(process.execPath, [main], { cwd: folder, env: given, stdio: 'ignore' });
      const tooLong = setTimeout(() => other.kill('SIGKILL'), startTimeout);
      return new Promise((resolve) =>
        other.once('exit', (code, signal) => {
          clearTimeout(tooLong);
          resolve(code ?? signal ?? 'unknown');
        }),
      );
    },
  };
}
