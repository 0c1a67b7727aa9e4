/** The bot on a sandbox, with a generator that says what the test tells it: for tests of the edge to Discord. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { commands } from '../../src/commands/index.ts';
import { loadConfig, type WatchingConfig } from '../../src/config.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { createSuggestQuestions } from '../../src/discord/suggest-questions.ts';
import type { StoredSettings } from '../../src/guilds/settings.ts';
import type { DraftPart, GenerateRequest, Generator } from '../../src/knowledge/answering/generator.ts';
import type { ModelCheck } from '../../src/knowledge/answering/model-check.ts';
import type { Article } from '../../src/knowledge/article.ts';
import type { Figures } from '../../src/knowledge/figures.ts';
import { loadArticle, shippedArticlePath } from '../../src/knowledge/load-article.ts';
import type { Retriever } from '../../src/knowledge/retrieval/retriever.ts';
import { createLog } from '../../src/log.ts';
import { openGuilds } from '../../src/open-guilds.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createStores } from '../../src/storage/stores.ts';
import { startWatching, type WatchingPorts } from '../../src/watching/start-watching.ts';
import { openTestFleet } from './test-fleet.ts';
import { findViolations } from './violations.ts';

const endings: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

export const article = await loadArticle(shippedArticlePath);
/** Reading what is kept with the article takes half of a start: once is enough. */
const suggestQuestions = createSuggestQuestions(article);

/** A draft as a test writes it: what is said, and the words it rests on, which must stand in the article. */
export type Draft =
  | readonly { readonly says: string; readonly quotes: readonly string[] }[]
  | 'not-in-article'
  | ((request: GenerateRequest, signal: AbortSignal) => AsyncIterable<DraftPart>);

interface TestBotOptions {
  readonly drafts?: Draft;
  readonly sandbox?: SandboxOptions;
  readonly environment?:
    | Readonly<Record<string, string>>
    | ((sandbox: Sandbox) => Readonly<Record<string, string>>);
  readonly article?: Article;
  readonly figures?: Figures;
  /** Instead of one that only counts characters. */
  readonly retriever?: Retriever;
  readonly checkModel?: ModelCheck;
  /** How it is watched, where it is. */
  readonly watching?: WatchingConfig & Pick<WatchingPorts, 'bounds' | 'sendEvery'>;
  /** What the database file holds before the start. */
  readonly databaseFile?: string;
}

export async function startTestBot({ drafts = paired, ...options }: TestBotOptions = {}) {
  let running: Bot | null = null;
  const isBusy = () => running?.isBusy() ?? true;
  const sandbox = await startSandbox({ validate: findViolations, isBusy, ...options.sandbox });
  endings.push(async () => {
    await sandbox.close();
    expect(sandbox.violations).toEqual([]);
    expect(sandbox.bugs).toEqual([]);
  });
  const logged: string[] = [];
  const watched = options.watching ?? { http: null, tracing: null };
  const watching = await startWatching(watched, {
    ...watched,
    log: createLog({ level: 'debug', destination: { write: (line) => void logged.push(line) } }),
    version: '0.0.0',
  });
  endings.push(watching.stop);
  const { log, telemetry } = watching;
  const folder = mkdtempSync(join(tmpdir(), 'footnote-discord-'));
  endings.push(() => rmSync(folder, { recursive: true }));
  const databasePath = join(folder, 'footnote.db');
  if (options.databaseFile !== undefined) writeFileSync(databasePath, options.databaseFile);
  const database = watching.database(await openDatabase(`file:${databasePath}`));
  endings.push(() => database.close());
  const config = loadConfig({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    ...(typeof options.environment === 'function' ? options.environment(sandbox) : options.environment),
  });
  const openAgain = () => openGuilds(createStores(database, log), config, log);
  const guilds = openAgain();
  const asked: GenerateRequest[] = [];
  const ended: Error[] = [];
  const start = async (newer?: Article): Promise<Bot> => {
    const served = newer ?? options.article ?? article;
    const bot = await startBot({
      config,
      log,
      telemetry,
      ...(await openTestFleet(config, database, log, telemetry)),
      article: served,
      retriever: options.retriever ?? wordRetriever(served),
      generator: scripted('openai', drafts, asked),
      planner: null,
      fallback: scripted('extractive', 'not-in-article', []),
      // What is only in memory is forgotten by a restart; the settings are those that the test changes.
      ...openAgain(),
      guildSettings: guilds.guildSettings,
      commands,
      ...(served === article && { suggestQuestions }),
      figures: options.figures ?? null,
      checkModel: options.checkModel ?? null,
      version: '0.0.0',
      onEnd: (error) => ended.push(error),
    });
    running = bot;
    watching.follow({ vitals: bot.vitals, checkDatabase: guilds.checkDatabase });
    endings.push(() => bot.stop());
    await sandbox.whenReady({ commands: ['ask'] });
    return bot;
  };
  const set = (changes: StoredSettings) =>
    guilds.guildSettings.change(sandbox.seeded.guild.id, changes, { memberId: sandbox.owner.id });
  /** Resolves once the bot is done with all that it was sent, however long nothing is seen of that. */
  const whenDone = async (): Promise<void> => {
    await sandbox.gateway.delivered();
    await sandbox.waitFor(() => !isBusy() || undefined);
  };
  const bot = await start();
  return {
    sandbox,
    bot,
    watching,
    restart: start,
    whenDone,
    logged,
    asked,
    ended,
    set,
    database,
    databasePath,
  };
}

const paired: Draft = [
  { says: '两地于2017年3月正式建立协作对口帮扶关系。', quotes: ['2017年3月', '正式建立协作对口帮扶关系'] },
];

function scripted(name: 'openai' | 'extractive', draft: Draft, asked: GenerateRequest[]): Generator {
  return {
    name,
    async *generate(request, signal) {
      asked.push(request);
      if (typeof draft === 'function') yield* draft(request, signal);
      else yield* partsOf(draft, request);
    },
  };
}

function* partsOf(
  draft: Exclude<Draft, (...all: never[]) => unknown>,
  { passages }: GenerateRequest,
): Iterable<DraftPart> {
  if (typeof draft === 'string') {
    yield { type: 'outcome', outcome: draft };
    return;
  }
  yield { type: 'outcome', outcome: 'answered' };
  for (const { says, quotes } of draft) {
    const citations = quotes.flatMap((quote) => {
      const found = passages.find(({ passage }) => passage.text.includes(quote));
      return found === undefined ? [] : [{ passage: found.number, quote }];
    });
    yield { type: 'statement', statement: { text: says, citations } };
  }
}

/** Ranks passages by how many of the query's characters they hold. */
function wordRetriever({ passages }: Article): Retriever {
  return {
    async retrieve(query, { limit }) {
      const hits = passages.map((passage) => ({
        passage,
        score: [...query].filter((character) => /\p{L}/u.test(character) && passage.text.includes(character))
          .length,
        terms: [],
      }));
      return hits
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}
