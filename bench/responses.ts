/**
 * How soon the bot answers when a hundred ask at once: the bot as its own process, a loopback Discord, and no model
 * unless `--model` is given. Times are from when Discord sends an interaction on to when the bot's request has come.
 */
import { parseArgs } from 'node:util';
import type { Interaction } from '../sandbox/interactions/interaction.ts';
import type { Person } from '../sandbox/people/person.ts';
import { readQuestions } from '../src/cli/read-questions.ts';
import { runBot } from '../test/e2e/running-bot.ts';
import { startModelServer } from '../test/model-server/model-server.ts';
import { percentile } from './metrics.ts';

const { values } = parseArgs({
  options: {
    model: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    asked: { type: 'string', default: '100' },
  },
});
const asked = Number(values.asked);
const timeout = 60_000;

const startedAt = performance.now();
const model = values.model ? await startModelServer({ behaviour: 'well-behaved' }) : null;
// What is sent is not validated here: that would be done in the time that is measured.
const bot = await runBot({ sandbox: { validate: () => [] }, ...(model === null ? {} : { model }) });
const readyAfter = performance.now() - startedAt;
const { sandbox } = bot;
const { guild, channels } = sandbox.seeded;
const questions = (await readQuestions('eval/questions.jsonl'))
  .filter(({ history, group }) => !history?.length && group !== 'small-talk' && group !== 'unclear')
  .map(({ question }) => question);
let next = 0;

interface Times {
  /** Until the first response: the deferral, or the choices. */
  readonly first: readonly number[];
  /** Until the answer as it stays. */
  readonly final: readonly number[];
  readonly edits: readonly number[];
}

/** Members who have asked nothing yet, so that nobody asks too often. */
function newMembers(): Person[] {
  return Array.from({ length: asked }, () =>
    sandbox.personFor(sandbox.edit.addUser('asker', guild).id, channels.general),
  );
}

function ask(person: Person): Promise<Interaction> {
  const question = questions[next++ % questions.length] ?? '';
  return person.slash('ask', { question }, { settle: false });
}

async function complete(person: Person): Promise<number> {
  const typed = [...(questions[next++ % questions.length] ?? '')].slice(0, 4).join('');
  const sentAt = Date.now();
  await person.autocomplete('ask', 'question', typed, { timeoutMs: timeout });
  return Date.now() - sentAt;
}

/** Waits until all are answered, and nothing has changed for as long as an edit may be held back. */
async function timesOf(interactions: readonly Interaction[]): Promise<Times> {
  await sandbox.waitFor(() => interactions.every(isAnswered) || undefined, timeout, 'all answers');
  await sandbox.quiet(1_200, timeout);
  const edits = sandbox.requests.filter(({ method }) => method === 'PATCH');
  const editsOf = interactions.map(({ token, createdAt }) =>
    edits.filter(({ path }) => path.includes(token)).map(({ at }) => at - createdAt),
  );
  return {
    first: interactions.map(({ respondedAfterMs }) => respondedAfterMs ?? Number.POSITIVE_INFINITY),
    final: editsOf.map((times) => times.at(-1) ?? Number.POSITIVE_INFINITY),
    edits: editsOf.map(({ length }) => length),
  };
}

function isAnswered({ original, failed }: Interaction): boolean {
  return failed || original?.loading === false;
}

async function alone(): Promise<Times> {
  const interactions: Interaction[] = [];
  for (const person of newMembers()) {
    const interaction = await ask(person);
    await sandbox.waitFor(() => isAnswered(interaction) || undefined, timeout, 'an answer');
    interactions.push(interaction);
  }
  return timesOf(interactions);
}

async function atOnce(): Promise<Times> {
  return timesOf(await Promise.all(newMembers().map(ask)));
}

/** A tenth as many members type while the many ask. */
async function typingBeside(): Promise<Times> {
  const asking = Promise.all(newMembers().map(ask));
  const first = await Promise.all(
    newMembers()
      .slice(0, asked / 10)
      .map(complete),
  );
  await timesOf(await asking);
  return { first, final: [], edits: [] };
}

async function typing(): Promise<Times> {
  return { first: await Promise.all(newMembers().map(complete)), final: [], edits: [] };
}

function lineOf(name: string, rounds: readonly Times[]): string {
  const cells = (key: 'first' | 'final') => {
    const all = rounds.flatMap((times) => times[key]);
    return [0.5, 0.99, 1].map((share) => (all.length === 0 ? '' : percentile(all, share).toFixed(0)));
  };
  const most = Math.max(0, ...rounds.flatMap(({ edits }) => edits));
  return [name.padEnd(32), ...[...cells('first'), ...cells('final'), most || ''].map(padded)].join('');
}

function padded(cell: string | number): string {
  return String(cell).padStart(8);
}

const ways = {
  'one after another': alone,
  [`${asked} at once`]: atOnce,
  [`${asked / 10} typing beside ${asked}`]: typingBeside,
  [`${asked} typing at once`]: typing,
};
await atOnce();
const measured = Object.values(ways).map((): Times[] => []);
for (let round = 0; round < Number(values.rounds); round += 1)
  for (const [index, run] of Object.values(ways).entries()) measured[index]?.push(await run());

const head = ['first', 'p99', 'longest', 'final', 'p99', 'longest', 'edits'].map(padded).join('');
const lines = Object.keys(ways).map((name, index) => lineOf(name, measured[index] ?? []));
process.stdout.write(
  `ready ${Math.round(readyAfter)} ms after the start\n${['ms'.padEnd(32) + head, ...lines].join('\n')}\n`,
);
await bot.close();
await model?.close();
