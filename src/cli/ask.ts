/** Answers one question in the terminal. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadConfig, readEnvironment } from '../config.ts';
import { UserError } from '../errors.ts';
import type { Turn } from '../knowledge/answering/answer.ts';
import { answerQuestion } from '../knowledge/answering/answer-question.ts';
import { checkQuestion } from '../knowledge/answering/check-question.ts';
import { toAnswerJson } from './answer-json.ts';
import { toAnswerText } from './answer-text.ts';
import { openAnswering } from './open-answering.ts';
import { turnSchema } from './read-questions.ts';
import { runCommandLine } from './run-command-line.ts';

const usage = `Usage: npm run -s ask -- "QUESTION" [--json] [--ledger] [--language TAG] [--history FILE]

Answers a question from the article, each statement with the exact words that it rests on.
A model writes the answer where one is configured (OPENAI_API_KEY or OPENAI_BASE_URL);
else the article is quoted.

  --json          print one JSON object: outcome, answer, citations, retrieved, generator
  --ledger        print what became of each statement of the draft
  --language TAG  answer in this language (zh-CN, zh-TW, en, ja, ko, ...), not in the question's
  --history FILE  the conversation so far: a JSON array of {"role": "user" | "assistant", "content"}
  --help          print this`;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { question, json, ledger, language, historyPath } = readArguments(args);
  checkQuestion(question);
  const history = historyPath === null ? [] : await readHistory(historyPath);
  const answering = await openAnswering(loadConfig(readEnvironment()));
  const answer = await answerQuestion(
    { question, history, length: 'normal', ...(language === null ? {} : { language }) },
    { ...answering, signal: new AbortController().signal },
  );
  const printed = json
    ? JSON.stringify({
        ...toAnswerJson(answer, answering.article),
        ...(ledger ? { ledger: answer.ledger } : {}),
      })
    : toAnswerText(answer, answering.article, { ledger });
  process.stdout.write(`${printed}\n`);
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      ledger: { type: 'boolean', default: false },
      language: { type: 'string' },
      history: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UserError('arguments-invalid', 'Ask one question.');
  const language = values.language ?? null;
  if (language !== null && !isLanguage(language)) {
    throw new UserError(
      'arguments-invalid',
      `--language ${language}: not a language tag such as zh-CN or en.`,
    );
  }
  const { json, ledger } = values;
  return { question: positionals.join(' '), json, ledger, language, historyPath: values.history ?? null };
}

function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag);
}

async function readHistory(path: string): Promise<readonly Turn[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError('history-unreadable', `${path} cannot be read.`);
  });
  try {
    return z.array(turnSchema).parse(JSON.parse(text));
  } catch {
    throw new UserError('history-unreadable', `${path} is not a JSON array of {"role", "content"}.`);
  }
}
