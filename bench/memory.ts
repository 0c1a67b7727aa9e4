/**
 * Resident memory of the bot as its own process at rest, by the number of servers that it is in: 30 channels and 20 roles
 * each. `--lively` has somebody write in each of them before. Prints a table and what one more server takes; `--json FILE`
 * writes the figures.
 */
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { noLimits } from '../sandbox/rest/limits.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { type Reading, startBotProcess } from './load/bot-process.ts';
import { addServer } from './load/servers.ts';

const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '1,1000,10000' },
    flags: { type: 'string', default: '--max-semi-space-size=2 --max-old-space-size=1024' },
    rest: { type: 'string', default: '10' },
    lively: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const counts = values.servers.split(',').map(Number);
const flags = values.flags.split(' ').filter((flag) => flag !== '');

interface Point extends Reading {
  readonly servers: number;
}

async function measure(servers: number): Promise<Point> {
  const sandbox = await startSandbox({ limits: noLimits, recordLimit: 100 });
  const homes = Array.from({ length: servers - 1 }, (_, number) =>
    addServer(sandbox, `Server ${number + 1}`),
  );
  const bot = await startBotProcess({ sandbox, flags });
  if (values.lively)
    for (const [channel] of homes)
      if (channel !== undefined)
        await sandbox.personFor(sandbox.seeded.users.owner.id, channel).say('a word', { channel });
  // What a start leaves behind is let go first, and the system is given back what is free.
  for (let round = 0; round < 3; round += 1) {
    await sleep((Number(values.rest) * 1_000) / 3);
    await bot.read({ collect: true });
  }
  const reading = await bot.read({ collect: true });
  await bot.stop();
  await sandbox.close();
  return { servers, ...reading };
}

const points: Point[] = [];
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
process.stdout.write(
  '| servers | resident MB | heap MB | a further server, resident | heap |\n|---:|---:|---:|---:|---:|\n',
);
for (const servers of counts) {
  const point = await measure(servers);
  const [first = point] = points;
  const further = (key: 'rss' | 'heapUsed'): string =>
    point === first ? '' : `${((point[key] - first[key]) / (servers - first.servers) / 1e3).toFixed(1)} kB`;
  points.push(point);
  const cells = [
    servers,
    megabytes(point.rss),
    megabytes(point.heapUsed),
    further('rss'),
    further('heapUsed'),
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(points, null, 2));
}
