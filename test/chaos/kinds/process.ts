/** What happens to the process. */
import { spawnSync } from 'node:child_process';
import { exitCodes } from '../../../src/exit-codes.ts';
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

/** The process is held within a limit of the system, and then let go again. */
function limited(name: string, resource: 'nofile' | 'fsize', few: string, plenty: string): FaultKind {
  return {
    ...{ name, family: 'process', takes: resource === 'nofile' ? 'questions' : 'nothing', end: null },
    lasts: [500, 3_000],
    async inject({ bot }) {
      const { pid } = bot;
      setLimit(pid, resource, few);
      return {
        async heal() {
          setLimit(pid, resource, plenty);
          return true;
        },
      };
    },
  };
}

/** The soft limit alone, which may be raised again. */
function setLimit(pid: number, resource: string, value: string): void {
  const { status, stderr } = spawnSync('prlimit', [`--pid=${pid}`, `--${resource}=${value}:`]);
  if (status !== 0) throw new Error(`prlimit: ${stderr}`);
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
  limited('no-file-handles', 'nofile', '3', '20000'),
  limited('no-file-may-grow', 'fsize', '4096', 'unlimited'),
  {
    ...{ name: 'second-instance', family: 'process', takes: 'nothing', end: null, lasts: [0, 1_000] },
    async inject({ bot }) {
      const ending = bot.startAnother();
      return {
        async heal() {
          const how = await ending;
          if (how !== exitCodes.alreadyRunning) throw new Error(`the second process ended with ${how}`);
          return true;
        },
      };
    },
  },
];
