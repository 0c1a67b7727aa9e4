/** All that one kind of fault is played on: Discord, a model, the wires to them, the bot, and people who use it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';
import { type BotProcess, createBotProcess } from './bot-process.ts';
import { readPending } from './committed.ts';
import { createLoad, type Load } from './load.ts';
import type { Random } from './random.ts';
import { startWire, type Wire } from './wire.ts';

export interface Stage {
  readonly sandbox: Sandbox;
  readonly model: ModelServer;
  /** Before Discord's gateway. */
  readonly gatewayWire: Wire;
  /** Before Discord's REST. */
  readonly restWire: Wire;
  readonly bot: BotProcess;
  readonly load: Load;
  readonly folder: string;
  readonly databasePath: string;
  readonly articlePath: string;
  /** Where the preloaded part of the bot's process takes its orders. */
  readonly ordersPath: string;
  close(): Promise<void>;
}

/** Milliseconds between two words of the model: an answer takes half a second, so that some are always under way. */
const pace = 8;
const article = join(import.meta.dirname, '../../src/knowledge/articles/zhangjiagang-yanhe-2019.json');

interface StageOptions {
  /** How long Discord takes a first response, in milliseconds. */
  readonly firstResponse: number;
  readonly heartbeat?: number | undefined;
  readonly smallDisk?: boolean | undefined;
}

/** Sets everything up, with the bot running. */
export async function openStage(random: Random, options: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-chaos-'));
  const disk = options.smallDisk ? mountSmallDisk(folder) : null;
  const databasePath = join(folder, 'bot.db');
  const articlePath = join(folder, 'article.json');
  const ordersPath = join(folder, 'orders.json');
  copyFileSync(article, articlePath);
  const [gatewayWire, restWire] = await Promise.all([startWire(), startWire()]);
  const sandbox = await startSandbox({
    gatewayUrl: `ws://127.0.0.1:${gatewayWire.port}`,
    firstResponseMs: options.firstResponse,
    ...(options.heartbeat === undefined ? {} : { heartbeatIntervalMs: options.heartbeat }),
  });
  const port = Number(new URL(sandbox.apiUrl).port);
  gatewayWire.to(port);
  restWire.to(port);
  const model = await startModelServer({ behaviour: 'well-behaved', pace });
  const bot = createBotProcess(
    folder,
    {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: `http://127.0.0.1:${restWire.port}`,
      DATABASE_URL: `file:${databasePath}`,
      ARTICLE_PATH: articlePath,
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'any',
      OPENAI_MODEL: 'any',
      CHAOS_ORDERS: ordersPath,
    },
    () => readPending(databasePath),
  );
  const close = async (): Promise<void> => {
    await bot.stop('SIGKILL');
    await Promise.all([sandbox.close(), model.close(), gatewayWire.close(), restWire.close()]);
    disk?.();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await bot.start();
    await sandbox.whenReady({ commands: ['ask', 'config'] });
    for (const [setting, value] of Object.entries({ answersPerDay: 'unlimited', length: 'short' }))
      await sandbox.moderator.slash('config set', { setting, value });
    const load = await createLoad(sandbox, random);
    return {
      sandbox,
      model,
      gatewayWire,
      restWire,
      bot,
      load,
      folder,
      databasePath,
      articlePath,
      ordersPath,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Needs the right to mount. Returns how to take it away. */
function mountSmallDisk(folder: string): () => void {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'footnote-chaos', folder]);
  if (mounted.status !== 0) throw new Error(`a small disk cannot be mounted: ${mounted.stderr}`);
  return () => void spawnSync('umount', ['-l', folder]);
}
