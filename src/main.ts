/** Puts the bot together and runs it: on Discord with a token, in the sandbox without one. No logic. */
import { readFileSync } from 'node:fs';
import { openAnswering } from './cli/open-answering.ts';
import { watchArticle } from './cli/watch-article.ts';
import { commands } from './commands/index.ts';
import { type Config, loadConfig, readEnvironment, readSecrets } from './config.ts';
import { startBot } from './discord/bot.ts';
import { openFleet } from './discord/open-fleet.ts';
import { createEnd } from './end-process.ts';
import { exitCodes } from './exit-codes.ts';
import { loadFigures, shippedFiguresPath } from './knowledge/figures.ts';
import { createLog, type Log } from './log.ts';
import { openGuilds } from './open-guilds.ts';
import { createShutdown } from './shutdown.ts';
import { connectedLines } from './start-lines.ts';
import { openDatabase } from './storage/database.ts';
import { indexPath } from './storage/database-url.ts';
import { createStores } from './storage/stores.ts';
import { startWatching } from './watching/start-watching.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const end = createEnd(readSecrets());
const shutdown = createShutdown();
// Before anything is begun, so that a stop that is asked for early ends in order too. A second signal ends at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void shutdown.run().then(() => process.exit(exitCodes.ok), end));

try {
  const config = loadConfig(readEnvironment());
  if (config.discord.token !== null) await runOnDiscord(config);
  else await (await import('./run-sandbox.ts')).runSandbox(config, { start, shutdown });
} catch (error) {
  end(error);
}

async function runOnDiscord(config: Config): Promise<void> {
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  const { bot } = await start(config, log);
  process.stdout.write(`${connectedLines(config, bot).join('\n')}\n`);
}

async function start(config: Config, unwatched: Log) {
  const watching = await startWatching(config.watching, { log: unwatched, version });
  shutdown.add(watching.stop);
  const { log, telemetry } = watching;
  process.on('unhandledRejection', (error) => {
    log.error('unhandled-rejection', { error });
    process.exit(exitCodes.bug);
  });
  const database = watching.database(await openDatabase(config.databaseUrl));
  shutdown.add(database.close);
  const stores = createStores(database, log);
  const answering = await openAnswering(
    { ...config, indexPath: indexPath(config.databaseUrl) },
    log,
    stores.embeddings,
  );
  // Who is being answered is told first.
  const onEnd = (error: unknown) => void shutdown.run().finally(() => end(error));
  const gateway = await openFleet({ config, log, telemetry, stores, onEnd });
  shutdown.add(gateway.fleet.leave);
  const bot = await startBot({
    ...{ config, log, telemetry, commands, version, onEnd },
    ...gateway,
    figures: await loadFigures(shippedFiguresPath),
    ...answering,
    generator: config.model === null ? null : answering.generator,
    ...openGuilds(stores, config, log),
  });
  shutdown.add(bot.stop);
  const { articlePath } = config;
  if (articlePath !== null)
    shutdown.add(watchArticle({ ...{ articlePath, log }, reopen: answering.reopen, serve: bot.serve }));
  watching.follow({ vitals: bot.vitals, checkDatabase: stores.check });
  return { bot, article: answering.article };
}
