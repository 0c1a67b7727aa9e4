/** How often a curated answer would be given to the same question in another form, and how often to another question. */
import { likenessOf, readForLikeness } from '../src/knowledge/curated/question-likeness.ts';
import { type BenchQuery, readQueries } from './read-sets.ts';

const bounds = [0.5, 0.7, 0.8, 0.9, 0.95, 1];
const [path, otherScript] = process.argv.slice(2);
if (path === undefined || otherScript === undefined) {
  process.stderr.write('npm run -s bench:curated -- QUERIES.jsonl QUERIES.x.jsonl\n');
  process.exit(2);
}

/** The same question in another form. */
const forms: readonly (readonly [string, (question: string) => string])[] = [
  ['asked politely', (question) => `请问，${question}`],
  ['with “I want to know”', (question) => `我想知道${question}`],
  ['another word for when', (question) => question.replace(/何[时時]/u, '什么时候')],
  ['another word for where', (question) => question.replace(/何[处處]|哪[里裡]/u, '什么地方')],
  ['without 的', (question) => question.replaceAll('的', '')],
  ['without marks', (question) => question.replace(/[？?，,。]/gu, ' ')],
];
/** Another question in nearly the same words. */
const changes: readonly (readonly [string, (question: string) => string])[] = [
  ['another number', (question) => question.replace(/\d+/u, (digits) => String(Number(digits) + 1))],
  ['denied', (question) => question.replace(/(?=[是有会能在由])/u, '不')],
  [
    'begun with another name',
    (question) => question.replace(/^(?!文中|[請请][问問])\p{Script=Han}{2}/u, '云南'),
  ],
  ['one character more', (question) => question.replace(/(?<=^.{6})(?=\p{Script=Han})/u, '女')],
];

const queries = await readQueries(path);
const inOtherScript = await readQueries(otherScript);
const readings = queries.map(({ q }) => readForLikeness(q));

print(
  'in the other script',
  inOtherScript.map(({ q }, index) => likeness(index, q)),
);
for (const [name, change] of [...forms, ...changes]) {
  const changed = queries.flatMap(({ q }, index) => (change(q) === q ? [] : [likeness(index, change(q))]));
  print(name, changed);
}
const others = queries.flatMap((query, index) =>
  queries.slice(index + 1).flatMap((other, offset) => {
    const [one, two] = [readings[index], readings[index + 1 + offset]];
    return sharesAnswer(query, other) || one === undefined || two === undefined ? [] : [likenessOf(one, two)];
  }),
);
print('two questions with different answers', others);

function likeness(index: number, question: string): number {
  const reading = readings[index];
  return reading === undefined ? 0 : likenessOf(reading, readForLikeness(question));
}

function sharesAnswer({ answers = [] }: BenchQuery, { answers: others = [] }: BenchQuery): boolean {
  return answers.some((answer) => others.includes(answer));
}

function print(name: string, values: readonly number[]): void {
  const counts = bounds.map((bound) => `${bound}: ${values.filter((value) => value >= bound).length}`);
  process.stdout.write(`${name} (${values.length}): ${counts.join('  ')}\n`);
}
