/** Puts the bot together and runs it: on Discord with a token, in the sandbox without one. No logic. */
import { readFileSync } from 'node:fs';
import { openAnswering } from './cli/open-answering.ts';
import { commands } from './commands/index.ts';
import { type Config, loadConfig, readEnvironment, readSecrets } from './config.ts';
import { startBot } from './discord/bot.ts';
import { createEnd } from './end-process.ts';
import { exitCodes } from './exit-codes.ts';
import { createGuildSettings } from './guilds/guild-settings.ts';
import { createLimits } from './guilds/limits.ts';
import { createDayBudget } from './guilds/quotas.ts';
import { createSpending } from './guilds/spending.ts';
import { loadFigures, shippedFiguresPath } from './knowledge/figures.ts';
import { createLog, type Log } from './log.ts';
import { runSandbox } from './run-sandbox.ts';
import { createShutdown } from './shutdown.ts';
import { connectedLines } from './start-lines.ts';
import { createArticleStore } from './storage/article-store.ts';
import { createDatabaseCheck } from './storage/check-database.ts';
import { openDatabase } from './storage/database.ts';
import { createEmbeddingStore } from './storage/embedding-store.ts';
import { createFeedbackStore } from './storage/feedback-store.ts';
import { createGapStore } from './storage/gap-store.ts';
import { createKeptRateLimiter, createMemoryRateLimiter } from './storage/rate-limiters.ts';
import { createSettingsStore } from './storage/settings-store.ts';
import { createSpendingStore } from './storage/spending-store.ts';
import { sqlitePath } from './storage/sqlite-file.ts';
import { createUsageStore } from './storage/usage-store.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const end = createEnd(readSecrets());
const shutdown = createShutdown();
// Before anything is begun, so that a stop that is asked for early ends in order too. A second signal ends at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void shutdown.run().then(() => process.exit(exitCodes.ok), end));

try {
  const config = loadConfig(readEnvironment());
  await (config.discord.token === null ? runSandbox(config, { start, shutdown }) : runOnDiscord(config));
} catch (error) {
  end(error);
}

async function runOnDiscord(config: Config): Promise<void> {
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  const { bot } = await start(config, log);
  process.stdout.write(`${connectedLines(config, bot).join('\n')}\n`);
}

async function start(config: Config, log: Log) {
  process.on('unhandledRejection', (error) => {
    log.error('unhandled-rejection', { error });
    process.exit(exitCodes.bug);
  });
  const database = await openDatabase(config.databaseUrl);
  shutdown.add(database.close);
  const answering = await openAnswering(
    { ...config, indexPath: `${sqlitePath(config.databaseUrl)}.index` },
    log,
    createEmbeddingStore(database),
  );
  const keptCounts = createKeptRateLimiter({ database, log });
  const bot = await startBot({
    ...{ config, log, commands, version },
    figures: await loadFigures(shippedFiguresPath),
    ...answering,
    generator: config.model === null ? null : answering.generator,
    articleVersions: createArticleStore(database),
    guildSettings: createGuildSettings({
      store: createSettingsStore(database),
      log,
      now: Date.now,
      directMessages: config.discord.directMessages,
    }),
    limits: createLimits({ memory: createMemoryRateLimiter(), kept: keptCounts, now: Date.now }),
    keptCounts,
    dayBudget: createDayBudget({ store: createUsageStore(database), now: Date.now, log }),
    spending: createSpending({ store: createSpendingStore(database), now: Date.now, log }),
    feedbackStore: createFeedbackStore(database),
    gapStore: createGapStore(database),
    checkDatabase: createDatabaseCheck(database),
    onEnd: end,
  });
  shutdown.add(bot.stop);
  return { bot, article: answering.article };
}
