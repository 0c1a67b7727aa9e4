/**
 * The bot under load, as its own process, on a loopback Discord: members arrive by the clock, whatever has become of those
 * before them, then many at once. Prints a table; `--json FILE` and `--svg FILE` keep the figures and a picture, also of a
 * run that is ended early.
 *
 *     npm run load                      # 15 a second for ten minutes, then 500 in a second; with a model, then without
 *     npm run load -- --soak            # 100,000 questions from 50,000 members, without a model: does memory stay flat?
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { discordLimits } from '../sandbox/rest/limits.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { readQuestions } from '../src/cli/read-questions.ts';
import { scheduleArrivals, scheduleBurst } from './load/arrivals.ts';
import { startBotProcess } from './load/bot-process.ts';
import { createCrowd } from './load/crowd.ts';
import { drawLoad } from './load/draw-load.ts';
import { type Summary, summarise, tableOf } from './load/report.ts';
import { type Run, runLoad } from './load/run-load.ts';
import { startSlowModel } from './load/slow-model.ts';
import { createAnswerWatch } from './load/watch-answers.ts';
import { createRandom } from './synthetic-texts.ts';

const { values } = parseArgs({
  options: {
    soak: { type: 'boolean', default: false },
    rate: { type: 'string' },
    minutes: { type: 'string' },
    burst: { type: 'string' },
    /** `on`, `off`, or `both`, one after the other. */
    model: { type: 'string' },
    servers: { type: 'string', default: '100' },
    members: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    svg: { type: 'string' },
    flags: { type: 'string', default: '--max-semi-space-size=2 --max-old-space-size=1024' },
    /** `--no-pinned` leaves it to the system where the processes run. */
    pinned: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const { soak } = values;
// An answer without a model takes one and a bit of the 50 requests a second, more where somebody has to be told to wait.
const rate = Number(values.rate ?? (soak ? 30 : 15));
const minutes = Number(values.minutes ?? (soak ? 100_000 / 0.85 / rate / 60 : 10));
const burst = Number(values.burst ?? (soak ? 0 : 500));
const members = Number(values.members ?? (soak ? 50_000 : 4_000));
const models = { on: [true], off: [false], both: [true, false] }[values.model ?? (soak ? 'off' : 'both')];
if (models === undefined || !(rate > 0) || !(minutes > 0) || !(burst >= 0) || !(members > 0)) {
  process.stderr.write(
    '--rate, --minutes, --burst and --members are numbers, and --model is on, off or both.\n',
  );
  process.exit(2);
}

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());

const questions = (await readQuestions(join(import.meta.dirname, '../eval/questions.jsonl')))
  .filter(({ history, group }) => !history?.length && group !== 'small-talk' && group !== 'unclear')
  .map(({ question }) => question);
const summaries: Record<string, Summary> = {};
const kept: Record<string, Run['moments']> = {};

function keep(): void {
  if (values.json === undefined) return;
  const about = {
    options: { ...values, rate, minutes, burst, members },
    commit: commitOf(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}, Node ${process.version}`,
    endedEarly: stopped.signal.aborted,
  };
  writeFileSync(values.json, JSON.stringify({ ...about, summaries, moments: kept }, null, 1));
}

/** Empty where this is no repository. */
function commitOf(): string {
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
    ...{ cwd: import.meta.dirname, encoding: 'utf8' },
  });
  return stdout?.trim() ?? '';
}

for (const withModel of models) {
  if (stopped.signal.aborted) break;
  const random = createRandom(Number(values.seed));
  const model = withModel ? await startSlowModel(random) : null;
  const watch = createAnswerWatch((question) => model?.takeTime(question) ?? 0);
  const sandbox = await startSandbox({
    ...{ limits: discordLimits, recordLimit: 200, messageLimit: 40, interactionLimit: 20_000 },
    onAnswer: watch.note,
  });
  const crowd = createCrowd(sandbox, { servers: Number(values.servers), members, questions });
  const bot = await startBotProcess({
    sandbox,
    ...(model === null ? {} : { modelUrl: model.url }),
    isPinned: values.pinned,
    flags: values.flags.split(' ').filter((flag) => flag !== ''),
  });
  const run = async (name: string, arrivals: Parameters<typeof runLoad>[0]): Promise<void> => {
    const seen: Run = { outcomes: [], typing: [], moments: [], sent: 0 };
    const limitedBefore = sandbox.rateLimited;
    const update = (): void => {
      summaries[name] = summarise(seen, sandbox.rateLimited - limitedBefore);
      kept[name] = seen.moments;
      keep();
    };
    await runLoad(arrivals, seen, {
      ...{ bot, crowd, watch },
      readEvery: arrivals.length > 1_000 ? 5_000 : 1_000,
      ...(soak && { collectEvery: Math.max(100, Math.round(arrivals.length / 50)) }),
      onMoment: update,
      signal: stopped.signal,
    });
    update();
    if (values.svg !== undefined && kept[name] === Object.values(kept)[0])
      writeFileSync(values.svg, drawLoad(seen.moments, `${rate} a second for ${minutes.toFixed(0)} minutes`));
  };
  const suffix = withModel ? 'model' : 'quotes';
  await run(`${rate} a second, ${suffix}`, scheduleArrivals(rate, 60 * minutes, random));
  if (burst > 0 && !stopped.signal.aborted)
    await run(`${burst} in a second, ${suffix}`, scheduleBurst(burst));
  if (!bot.isRunning()) process.stderr.write(`the bot ended:\n${bot.output()}\n`);
  await bot.stop();
  await sandbox.close();
  await model?.close();
}
keep();
process.stdout.write(tableOf(summaries));
