/** Runs the eval against an oracle on the loopback interface, through the real adapter: no key, no network, no cost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readQuestions } from '../src/cli/read-questions.ts';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import { loadConfig, type ModelConfig, readEnvironment } from '../src/config.ts';
import { loadArticle, shippedArticlePath } from '../src/knowledge/load-article.ts';
import { loadTokenCounter } from '../src/openai/token-counter.ts';
import { deliver } from '../test/model-server/delivery.ts';
import { startModelServer } from '../test/model-server/model-server.ts';
import { createOracle } from './oracle.ts';

const usage = `Usage: npm run -s eval:oracle -- [what \`npm run eval\` takes]

Starts a model on the loopback interface that knows the right answers to the questions, and gives them where it is shown
them; then runs the eval with it. What it misses was not found, or was dropped by the check.`;

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { questions: { type: 'string' } },
    strict: false,
  });
  const file = typeof values.questions === 'string' ? values.questions : path('questions.jsonl');
  const environment = readEnvironment();
  const { articlePath, model: configured } = loadConfig(environment);
  const article = await loadArticle(articlePath ?? shippedArticlePath);
  const reply = createOracle(await readQuestions(file), article);
  const count = await loadTokenCounter();
  const model = await startModelServer({
    behaviour: (exchange) => {
      const { system, user } = exchange.request;
      const text = reply(exchange.request);
      const counts = { prompt_tokens: count(system) + count(user), completion_tokens: count(text) };
      return deliver(exchange, { text, usage: counts });
    },
  });
  try {
    const child = spawn(process.execPath, [path('../src/cli/eval.ts'), ...args], {
      env: {
        ...environment,
        OPENAI_BASE_URL: model.url,
        OPENAI_API_KEY: 'loopback',
        OPENAI_MODEL: 'oracle',
        OPENAI_MODELS: pricesOf(configured),
        OPENAI_EMBEDDING_MODEL: '',
        OPENAI_VERIFY: '',
      },
      stdio: 'inherit',
    });
    const [code] = await once(child, 'exit');
    process.exitCode = Number(code ?? 1);
  } finally {
    await model.close();
  }
}

/** The oracle at the price of the model that is configured; empty where none is set. */
function pricesOf(model: ModelConfig | null): string {
  if (model === null || model.prices === null) return '';
  const { tokensIn, tokensCached, tokensOut } = model.prices;
  return `oracle=${tokensIn}/${tokensCached}/${tokensOut}`;
}
