/** Runs the bot in the sandbox, a Discord of its own on this machine, with a terminal in front. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/sandbox.ts';
import { runTerminal } from '../sandbox/terminal.ts';
import type { Config } from './config.ts';
import type { Bot } from './discord/bot.ts';
import { exitCodes } from './exit-codes.ts';
import type { Article } from './knowledge/article.ts';
import { createLog, type Log } from './log.ts';
import type { Shutdown } from './shutdown.ts';
import { sandboxLines } from './start-lines.ts';

/** Serves the terminal until its input ends, then exits the process with 0. */
export async function runSandbox(
  config: Config,
  {
    start,
    shutdown,
  }: {
    readonly start: (config: Config, log: Log) => Promise<{ readonly bot: Bot; readonly article: Article }>;
    readonly shutdown: Shutdown;
  },
): Promise<void> {
  const { discord, logLevel, secrets } = config;
  const sandbox = await startSandbox({ grantedIntents: discord.messageContent ? ['messageContent'] : [] });
  shutdown.add(() => sandbox.close());
  const { token, apiUrl } = sandbox;
  // The terminal is for the conversation: only faults are logged between its lines, unless more was asked for.
  const log = createLog({ level: logLevel === 'info' ? 'error' : logLevel, secrets });
  const loopback = {
    ...config,
    discord: { ...discord, token, apiUrl, guildId: null, otherHost: true },
    databaseUrl: temporaryDatabase(),
  };
  const { bot, article } = await start(loopback, log);
  process.stdout.write(`${sandboxLines(config).join('\n')}\n`);
  await runTerminal(sandbox, {
    input: process.stdin,
    output: process.stdout,
    isTerminal: process.stdin.isTTY,
    exampleQuestion: exampleQuestion(article),
    isBusy: bot.isBusy,
  });
  await shutdown.run();
  process.exit(exitCodes.ok);
}

/** A database that is gone with the process: trying the bot must not write into the real one's. */
function temporaryDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-sandbox-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'footnote.db')}`;
}

/** A question on the article's text, not on its fields. */
function exampleQuestion({ enrichment, passages, language, title }: Article): string {
  const ofText = new Set(passages.filter(({ field }) => field === null).map(({ id }) => id));
  const [example] = enrichment
    .filter(({ passage }) => ofText.has(passage))
    .flatMap(({ questions }) => questions[language] ?? []);
  return example ?? title;
}
