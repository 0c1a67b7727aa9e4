/** Answers a file of questions and scores the answers. */
import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '../config.ts';
import { UserError } from '../errors.ts';
import { answerQuestion } from '../knowledge/answering/answer-question.ts';
import { addUsage, noUsage, type Usage } from '../knowledge/answering/usage.ts';
import { formatFigures, shippedFiguresPath } from '../knowledge/figures.ts';
import { toAnswerJson } from './answer-json.ts';
import { toCostLines } from './cost-lines.ts';
import { createMeasure, noMeasures } from './measure-answer.ts';
import { type Answering, openAnswering } from './open-answering.ts';
import { type EvalQuestion, readQuestions } from './read-questions.ts';
import { runCommandLine } from './run-command-line.ts';
import {
  type GroupScore,
  isRight,
  type Prediction,
  type Scored,
  scorePredictions,
} from './score-predictions.ts';
import { toScoreTable } from './score-table.ts';

const usage = `Usage: npm run -s eval -- [--questions FILE.jsonl] [--predictions OUT.jsonl] [--misses]

Answers each line {"id", "question", "history"?, ...} of a file and prints a table of scores.
Without --questions it answers the project's own questions (eval/questions.jsonl), and keeps
the figures for /about (src/knowledge/articles/*.figures.json).
Lines may also have: group, paragraphs, answers (or expect), unanswerable.

  --questions FILE    one JSON object a line
  --predictions FILE  where the answers are written, a line each
  --misses            list the questions that were not answered right
  --help              print this`;

const ownQuestions = fileURLToPath(new URL('../../eval/questions.jsonl', import.meta.url));
/** Calls of a model that are under way at once. */
const atOnce = 4;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      questions: { type: 'string' },
      predictions: { type: 'string' },
      misses: { type: 'boolean', default: false },
    },
  });
  const questions = await readQuestions(values.questions ?? ownQuestions);
  const config = loadConfig(readEnvironment());
  const answering = await openAnswering(config);
  const out = values.predictions === undefined ? null : await openForWriting(values.predictions);
  const startedAt = performance.now();
  try {
    const { scored, usage: tokens } = await answerAll(questions, answering, out);
    const seconds = (performance.now() - startedAt) / 1000;
    const scores = scorePredictions(scored);
    const misses = values.misses ? scored.filter((each) => !isRight(each)) : [];
    const lines = [
      ...misses.map(
        ({ question, prediction }) => `${question.id}: ${question.question} -> ${prediction.answer}`,
      ),
      toScoreTable(scores),
      `${questions.length} questions in ${seconds.toFixed(1)} s, generator ${answering.generator.name}`,
      ...(await toCostLines(
        { questions, usage: tokens },
        { ...answering, prices: config.model?.prices ?? null },
      )),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    if (values.questions === undefined && config.articlePath === null)
      await keepFigures(scores.at(-1), answering.article.version, config.model?.name ?? null);
  } finally {
    await out?.close();
  }
}

async function answerAll(questions: readonly EvalQuestion[], answering: Answering, out: FileHandle | null) {
  const measure = createMeasure(answering.article);
  const scored: Scored[] = [];
  let usage = noUsage;
  const size = answering.generator.name === 'extractive' ? 1 : atOnce;
  for (let from = 0; from < questions.length; from += size) {
    const batch = questions.slice(from, from + size);
    const answers = await Promise.all(batch.map((question) => answer(question, answering, measure)));
    for (const { usage: more, ...each } of answers) {
      usage = addUsage(usage, more);
      scored.push(each);
      await out?.write(`${JSON.stringify(each.prediction)}\n`);
    }
  }
  return { scored, usage };
}

async function answer(
  asked: EvalQuestion,
  answering: Answering,
  measure: ReturnType<typeof createMeasure>,
): Promise<Scored & { readonly usage: Usage }> {
  const { id, question, history } = asked;
  try {
    const given = await answerQuestion(
      { question, history: history ?? [], length: 'normal' },
      { ...answering, signal: new AbortController().signal },
    );
    const { generator: _, ...json } = toAnswerJson(given, answering.article);
    const refused = given.outcome === 'not-in-article' || given.outcome === 'off-topic';
    const prediction: Prediction = { id, ...json, refused };
    return { question: asked, prediction, ...measure(question, given), usage: given.usage };
  } catch (error) {
    // A line that is no question gets what a member would get.
    if (!(error instanceof UserError)) throw error;
    const prediction: Prediction = {
      id,
      outcome: 'unclear',
      answer: error.message,
      citations: [],
      retrieved: [],
      refused: false,
    };
    return { question: asked, prediction, ...noMeasures, usage: noUsage };
  }
}

async function keepFigures(
  all: GroupScore | undefined,
  articleVersion: string,
  model: string | null,
): Promise<void> {
  if (all === undefined) return;
  const { questions, right, refusalRecall: refused } = all;
  const date = new Date().toISOString().slice(0, 10);
  const text = formatFigures({ date, articleVersion, model, questions, right, refused });
  await writeFile(shippedFiguresPath, text).catch(() => {
    throw new UserError('figures-unwritable', `${shippedFiguresPath} cannot be written.`);
  });
}

async function openForWriting(path: string): Promise<FileHandle> {
  return open(path, 'w').catch(() => {
    throw new UserError('predictions-unwritable', `${path} cannot be written.`);
  });
}
