/** What answers cost: our way, with the whole article in each prompt, and by a plain LangChain.js chain. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createOracle } from '../eval/oracle.ts';
import { toAnswerJson } from '../src/cli/answer-json.ts';
import { type Answering, openAnswering } from '../src/cli/open-answering.ts';
import { type EvalQuestion, readQuestions } from '../src/cli/read-questions.ts';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import { isRight, type Prediction } from '../src/cli/score-predictions.ts';
import { loadConfig, readEnvironment } from '../src/config.ts';
import type { Answer } from '../src/knowledge/answering/answer.ts';
import { answerQuestion } from '../src/knowledge/answering/answer-question.ts';
import type { Retriever } from '../src/knowledge/retrieval/retriever.ts';
import { loadTokenCounter } from '../src/openai/token-counter.ts';
import type { ModelRequest } from '../test/model-server/model-request.ts';
import { startModelServer } from '../test/model-server/model-server.ts';
import { createChain, createChainOracle } from './cost/chain.ts';
import { createMeter } from './cost/meter.ts';
import { type CostRow, toCostTable } from './cost/table.ts';

const usage = `Usage: npm run -s bench:cost -- [--questions FILE.jsonl] [--misses]

Answers the questions of an evaluation in three ways, by a model on the loopback interface that knows the right answers
and gives them where it is shown them, and prints what each way took and how often it was right. Tokens are counted
on what the model's server was sent and sent back, costs with the prices of OPENAI_MODELS where they are set.

  --questions FILE  one JSON object a line (eval/questions.jsonl)
  --misses          list the questions that each way did not answer right
  --help            print this`;

const ownQuestions = fileURLToPath(new URL('../eval/questions.jsonl', import.meta.url));

/** Finds nothing, so that all of the article is shown. */
const findsNothing: Retriever = { retrieve: async () => [] };

interface Way {
  readonly name: string;
  readonly reply: (request: ModelRequest) => string;
  readonly answer: (question: EvalQuestion) => Promise<Prediction>;
}

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { questions: { type: 'string' }, misses: { type: 'boolean', default: false } },
  });
  const { model, articlePath } = loadConfig(readEnvironment());
  const questions = await readQuestions(values.questions ?? ownQuestions);
  const meter = createMeter(await loadTokenCounter());
  const server = await startModelServer({ behaviour: 'well-behaved' });
  try {
    const ways = await createWays(questions, server.url, articlePath);
    const rows: CostRow[] = [];
    for (const { name, reply, answer } of ways) {
      server.behave(meter.answers(reply));
      let right = 0;
      for (const question of questions) {
        const prediction = await answer(question);
        if (isRight({ question, prediction })) right += 1;
        else if (values.misses)
          process.stdout.write(`${name}: ${question.id}: ${question.question} -> ${prediction.answer}\n`);
      }
      rows.push({ name, questions: questions.length, right, ...meter.read() });
    }
    process.stdout.write(`${toCostTable(rows, model?.prices ?? null)}\n`);
  } finally {
    await server.close();
  }
}

async function createWays(
  questions: readonly EvalQuestion[],
  url: string,
  articlePath: string | null,
): Promise<Way[]> {
  const prices = null;
  const model = { apiKey: null, baseUrl: url, name: 'oracle', nameIsDefault: false, prices, allowed: [] };
  const answering = await openAnswering({
    articlePath,
    model: { ...model, embeddingName: null, verifies: false },
  });
  const { article } = answering;
  const reply = createOracle(questions, article);
  const chain = await createChain(article, url);
  return [
    { name: 'footnote', reply, answer: (question) => answerOurWay(question, answering) },
    {
      name: 'whole article',
      reply,
      async answer(question) {
        // A plan serves only what looks back here: nothing is searched for.
        const planner = question.history ? answering.planner : null;
        const answer = await answerOurWay(question, { ...answering, retriever: findsNothing, planner });
        // Where nothing of its draft stands, passages are quoted, which have to be found.
        const { fallback } = answering;
        return answer.generator === fallback.name
          ? answerOurWay(question, { ...answering, generator: fallback })
          : answer;
      },
    },
    {
      name: 'LangChain.js',
      reply: createChainOracle(questions, article),
      async answer(question) {
        const { text, outcome } = await chain(question);
        const refused = outcome === 'not-in-article';
        return { id: question.id, outcome, answer: text, citations: [], retrieved: [], refused };
      },
    },
  ];
}

async function answerOurWay(
  { id, question, history }: EvalQuestion,
  answering: Answering,
): Promise<Prediction & Pick<Answer, 'generator'>> {
  const answer = await answerQuestion(
    { question, history: history ?? [], length: 'normal' },
    { ...answering, signal: new AbortController().signal },
  );
  const refused = answer.outcome === 'not-in-article' || answer.outcome === 'off-topic';
  return { id, ...toAnswerJson(answer, answering.article), refused };
}
