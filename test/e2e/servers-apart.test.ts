/** Two servers of one bot, each with words of its own everywhere: what the model's server is sent for one of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../sandbox/people/person.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createGapStore } from '../../src/storage/gap-store.ts';
import { shownBy } from '../discord/test-message.ts';
import { gapQuestion } from '../guilds/gap-store-contract.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';
import { type RunningBot, runBot, startTimeout } from './running-bot.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-servers-'));
const url = `file:${join(folder, 'bot.db')}`;
const question = '张家港累计落实了多少帮扶资金？';
const curated = '食堂几点开门？';
/** In the tone, the conversations and the curated answer of one server. */
const marks = ['heron', 'otter'] as const;

let model: ModelServer;
let bot: RunningBot;

beforeAll(async () => {
  model = await startModelServer({ behaviour: 'well-behaved' });
  bot = await runBot({ model, environment: { DATABASE_URL: url } });
}, startTimeout);
afterAll(async () => {
  await bot.close();
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An owner and a member of each of two servers. */
function openServers() {
  const { sandbox } = bot;
  const second = sandbox.edit.addGuild('Second', {
    permissions: ['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'ReadMessageHistory'],
  });
  const [home] = second.channels.values();
  if (home === undefined) throw new RangeError('the second server has no channel');
  const reader = sandbox.edit.addUser('reader', second);
  return [
    { guildId: sandbox.seeded.guild.id, owner: sandbox.owner, member: sandbox.member },
    {
      guildId: second.id,
      owner: sandbox.personFor(second.ownerId, home),
      member: sandbox.personFor(reader.id, home),
    },
  ] as const;
}

async function curate(guildId: string, mark: string): Promise<void> {
  const database = await openDatabase(url);
  try {
    const gaps = createGapStore(database);
    const asked = { ...gapQuestion, question: curated, askedAt: new Date().toISOString() };
    const id = await gaps.add(guildId, asked, null, 90);
    const verdict = { state: 'answered', wordings: [curated], answer: `${mark} 八点`, pins: [] } as const;
    await gaps.decide(guildId, { id, revision: 0 }, verdict);
  } finally {
    await database.close();
  }
}

it(
  'nothing that one server says, sets or keeps is in a request for the other, nor an id of either in any',
  async () => {
    const servers = openServers().map((server, index) => ({ ...server, mark: marks[index] ?? '' }));
    const ask = (member: Person, text: string) =>
      bot.asking(() => member.slash('ask', { question: text }, { timeoutMs: 30_000 }));
    for (const { guildId, mark } of servers) await curate(guildId, mark);
    const countOf = async (work: () => Promise<unknown>): Promise<number> => {
      const before = model.requests.length;
      await work();
      return model.requests.length - before;
    };
    for (const { member } of servers) {
      // With the same settings still, what was answered in the one is made anew in the other, and is kept in each.
      expect(await countOf(() => ask(member, question))).toBeGreaterThan(0);
      expect(await countOf(() => ask(member, question))).toBe(0);
    }
    for (const { owner, mark } of servers) {
      await owner.slash('config set', { setting: 'tone', value: `like a ${mark}` });
      await owner.slash('config set', { setting: 'keepQuestions', value: 'on' });
    }

    for (const { member, mark } of servers) {
      const first = await bot.asking(() =>
        member.ask(`${mark} ${question}`, { mention: true, timeoutMs: 30_000 }),
      );
      await bot.asking(() => member.ask('那教师呢？', { replyTo: first, timeoutMs: 30_000 }));
    }
    for (const { member, mark } of servers) {
      const shown = await member.slash('ask', { question: curated }, { timeoutMs: 30_000 });
      expect(shownBy(shown).text).toContain(`${mark} 八点`);
    }

    const requests = model.requests.map(({ body, headers }) => JSON.stringify([body, headers]));
    for (const mark of marks)
      expect(requests.filter((request) => request.includes(mark)).length).toBeGreaterThan(1);
    expect(requests.filter((request) => marks.every((mark) => request.includes(mark)))).toEqual([]);
    const ids = [...bot.sandbox.world.guilds.values()].flatMap((guild) => [
      ...[guild.id, ...guild.channels.keys(), ...guild.members.keys(), ...guild.roles.keys()],
    ]);
    expect(ids.length).toBeGreaterThan(15);
    expect(requests.filter((request) => ids.some((id) => request.includes(id)))).toEqual([]);
  },
  startTimeout,
);
