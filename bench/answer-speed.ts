/** How long an answer takes besides the model: everything that the bot does itself, step by step. */
import { parseArgs } from 'node:util';
import { draftRight } from '../eval/oracle.ts';
import { openAnswering } from '../src/cli/open-answering.ts';
import { type EvalQuestion, readQuestions } from '../src/cli/read-questions.ts';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import { renderAnswer } from '../src/discord/render-answer.ts';
import { answerQuestion } from '../src/knowledge/answering/answer-question.ts';
import type { Generator } from '../src/knowledge/answering/generator.ts';
import { createTranslator } from '../src/locales/translator.ts';
import { loadTokenCounter } from '../src/openai/token-counter.ts';
import { middleTimes, percentile } from './metrics.ts';

const usage = `Usage: npm run -s bench:answers [-- --rounds N]

Answers the questions of eval/ with a model that is right and takes no time, and renders each answer; then the same by
quotes alone. Prints milliseconds an answer for each step, after a round that warms up: a question's time is the median of its own
in all rounds, so that what else the machine did meanwhile counts less.

  --rounds N   rounds that count; 3 without it`;

/** In order; a second look at the article goes back to the first of them. */
const steps = ['plan and retrieve', 'draft', 'ground', 'compose', 'render'] as const;
type Step = (typeof steps)[number];

/** What one answer took, step by step. */
type Times = ReadonlyMap<Step, number>;

interface StepClock {
  /** From now on time counts for this step. */
  enter(step: Step): void;
  stop(): Times;
}

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '3' } } });
  const questions = await readQuestions('eval/questions.jsonl');
  const answering = await openAnswering({ articlePath: null, model: null });
  const { article, fallback } = answering;
  const ports = { ...answering, loadTokenCounter, signal: new AbortController().signal };

  async function time(asked: EvalQuestion, generator: Generator): Promise<Times> {
    const clock = startClock();
    const answer = await answerQuestion(
      { question: asked.question, history: asked.history ?? [], length: 'normal' },
      { ...ports, generator: timed(generator, clock), fallback: timed(fallback, clock) },
    );
    clock.enter('render');
    const translate = createTranslator(answer.language);
    renderAnswer(answer, {
      article,
      translate,
      question: asked.question,
      notice: null,
      offersThread: true,
      askerId: '1',
      isPrivate: false,
    });
    return clock.stop();
  }

  /** Of each round the times of each question. */
  async function measure(generatorFor: (asked: EvalQuestion) => Generator): Promise<Times[][]> {
    const rounds: Times[][] = [];
    while (rounds.length <= Number(values.rounds)) {
      const round: Times[] = [];
      for (const asked of questions) round.push(await time(asked, generatorFor(asked)));
      rounds.push(round);
    }
    return rounds.slice(1);
  }

  const oracle = (asked: EvalQuestion): Generator => ({
    name: 'openai',
    async *generate({ passages, language }) {
      const shown = passages.map(({ number, passage }) => ({ passage: number, text: passage.text }));
      const { outcome, statements } = draftRight(asked, { passages: shown, language }, article);
      yield { type: 'outcome', outcome };
      for (const statement of statements) yield { type: 'statement', statement };
    },
  });
  const byModel = await measure(oracle);
  const withoutDraft = steps.filter((step) => step !== 'draft');
  process.stdout.write(`${describe('with a model', byModel, withoutDraft)}\n`);
  const byQuotes = await measure(() => fallback);
  process.stdout.write(`\n${describe('quotes alone', byQuotes, steps)}\n`);
}

function startClock(): StepClock {
  const spent = new Map<Step, number>();
  let step: Step = 'plan and retrieve';
  let since = performance.now();
  const count = () => {
    const now = performance.now();
    spent.set(step, (spent.get(step) ?? 0) + now - since);
    since = now;
  };
  return {
    enter(next) {
      count();
      step = next;
    },
    stop() {
      count();
      return spent;
    },
  };
}

/** Tells drafting from the checking that goes on between two of its statements. */
function timed(generator: Generator, clock: StepClock): Generator {
  return {
    name: generator.name,
    async *generate(request, signal) {
      clock.enter('draft');
      for await (const part of generator.generate(request, signal)) {
        clock.enter('ground');
        yield part;
        clock.enter('draft');
      }
      clock.enter('compose');
    },
  };
}

/** A table of some steps and their sum. */
function describe(title: string, rounds: readonly Times[][], counted: readonly Step[]): string {
  const figures = (name: string, read: (times: Times) => number) => {
    const values = middleTimes(rounds.map((round) => round.map(read)));
    const cells = [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(2).padStart(8));
    return `${name.padEnd(20)}${cells.join('')}`;
  };
  const of = (step: Step) => (times: Times) => times.get(step) ?? 0;
  const heads = ['p50', 'p95', 'p99', 'most'].map((head) => head.padStart(8));
  return [
    `${`${title}, ms`.padEnd(20)}${heads.join('')}`,
    ...counted.map((step) => figures(step, of(step))),
    figures('whole', (times) => counted.reduce((sum, step) => sum + of(step)(times), 0)),
  ].join('\n');
}
