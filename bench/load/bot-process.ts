/** The bot as its own process, on a processor of its own where the machine has more than one, with a probe inside. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { childEnvironment } from '../../test/child-environment.ts';

const main = join(import.meta.dirname, '../../src/main.ts');
const probe = join(import.meta.dirname, 'probe.ts');
const botProcessor = '0';
const ownProcessor = '1';
const readTimeout = 60_000;

/** What the bot's process holds, in bytes, and how long it kept what came waiting since the last reading, in milliseconds. */
export interface Reading {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly delay: { readonly p99: number; readonly max: number };
  /** Sent to Discord since the last reading, first responses not counted, and the most of them in a second. */
  readonly requests: number;
  readonly most: number;
  /** In seconds, since the start. */
  readonly processor: number;
}

export interface BotProcess {
  /** Reads the probe, once garbage was collected where that is asked for. */
  read(options?: { readonly collect: boolean }): Promise<Reading>;
  /** The last lines that it printed. */
  output(): string;
  isRunning(): boolean;
  stop(): Promise<void>;
}

interface Options {
  readonly sandbox: Sandbox;
  readonly modelUrl?: string;
  /** For Node, such as `--max-semi-space-size=1`. */
  readonly flags?: readonly string[];
  /** False leaves both processes where the system puts them. */
  readonly isPinned?: boolean;
}

/** Starts the bot and waits until it is ready. */
export async function startBotProcess({
  sandbox,
  modelUrl,
  flags = [],
  isPinned = true,
}: Options): Promise<BotProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-load-'));
  const command = [process.execPath, '--expose-gc', ...flags, '--import', probe, main];
  const pins = isPinned && canPin();
  if (pins) spawnSync('taskset', ['-a', '-c', '-p', ownProcessor, String(process.pid)]);
  const [file = '', ...args] = pins ? ['taskset', '-c', botProcessor, ...command] : command;
  const child = spawn(file, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...childEnvironment(),
      // As the image and the unit have them.
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '131072',
      MALLOC_MMAP_THRESHOLD_: '32768',
      LOG_LEVEL: 'warn',
      DATABASE_URL: `file:${join(folder, 'bot.db')}`,
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      ...(modelUrl === undefined
        ? {}
        : { OPENAI_BASE_URL: modelUrl, OPENAI_API_KEY: 'any', OPENAI_MODEL: 'any' }),
    },
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output = `${output}${chunk.toString()}`.slice(-20_000);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  await sandbox.waitFor(
    () => {
      if (!isRunning()) throw new Error(`the bot ended: ${output}`);
      return output.includes('Answers:') || undefined;
    },
    120_000,
    'the start of the bot',
  );
  return {
    isRunning,
    output: () => output,
    async read({ collect: collects } = { collect: false }) {
      if (!isRunning()) throw new Error(`the bot ended: ${output}`);
      return readProbe(child, collects);
    },
    async stop() {
      if (isRunning()) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function canPin(): boolean {
  return availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;
}

async function readProbe(child: ChildProcess, collect: boolean): Promise<Reading> {
  child.send({ collect });
  const [reading]: Reading[] = await once(child, 'message', { signal: AbortSignal.timeout(readTimeout) });
  if (reading === undefined) throw new Error('the probe says nothing');
  return reading;
}
