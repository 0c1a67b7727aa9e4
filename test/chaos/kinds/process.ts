/** What happens to the process. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultKind } from '../fault.ts';
import { giveOrder, type Order } from '../orders.ts';
import type { Stage } from '../stage.ts';

const hour = 3_600_000;
const nothing: Order = { shift: 0, block: 0 };
const order = ({ ordersPath, bot }: Stage, given: Partial<Order>) =>
  giveOrder(ordersPath, { ...nothing, ...given }, bot.pid);

function clock(name: string, shift: number): FaultKind {
  return {
    ...{ name, family: 'process', takes: 'nothing', end: null, lasts: [500, 2_500] },
    async inject(stage) {
      await order(stage, { shift });
      return {
        async heal() {
          await order(stage, nothing);
          return true;
        },
      };
    },
  };
}

/** Ends by a signal that somebody else sends; the supervisor starts it again. */
function ends(name: string, signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT', end: FaultKind['end']): FaultKind {
  return {
    ...{ name, family: 'process', takes: 'questions', end, lasts: [0, 0] },
    async inject({ bot, sandbox }) {
      const before = bot.ends.length;
      process.kill(bot.pid, signal);
      return {
        async heal() {
          await sandbox.waitFor(
            () => bot.ends.length > before || undefined,
            20_000,
            'the end of the process',
          );
          await bot.running();
          return true;
        },
      };
    },
  };
}

function limit(stage: Stage, name: string, value: string): void {
  const child = spawn('prlimit', [`--pid=${stage.bot.pid}`, `--${name}=${value}`], { stdio: 'ignore' });
  child.on('error', () => undefined);
}

export const processKinds: readonly FaultKind[] = [
  ends('killed', 'SIGKILL', 'SIGKILL'),
  ends('stopped', 'SIGTERM', 0),
  ends('interrupted', 'SIGINT', 0),
  {
    ...{ name: 'frozen', family: 'process', takes: 'questions', end: null, lasts: [500, 5_000] },
    async inject({ bot }) {
      const { pid } = bot;
      process.kill(pid, 'SIGSTOP');
      return {
        async heal() {
          process.kill(pid, 'SIGCONT');
          return true;
        },
      };
    },
  },
  {
    ...{ name: 'event-loop-blocked', family: 'process', takes: 'questions', end: null, lasts: [0, 0] },
    async inject(stage) {
      await order(stage, { block: 2_000 });
      return { heal: async () => true };
    },
  },
  clock('clock-ahead', hour),
  clock('clock-behind', -hour),
  {
    ...{ name: 'no-file-handles', family: 'process', takes: 'questions', end: null, lasts: [500, 3_000] },
    async inject(stage) {
      limit(stage, 'nofile', '3:');
      await sleep(50);
      return {
        async heal() {
          limit(stage, 'nofile', '20000:');
          await sleep(50);
          return true;
        },
      };
    },
  },
  {
    ...{ name: 'second-instance', family: 'process', takes: 'nothing', end: null, lasts: [2_000, 4_000] },
    async inject({ bot, folder }) {
      const second = bot.startAnother(folder);
      return {
        async heal() {
          await second.end();
          return true;
        },
      };
    },
  },
];
