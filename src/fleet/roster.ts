/** What this process knows of the others that run the same bot, and what they are told of it. */
import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { FleetState, FleetStore, KnownProcess, RunningProcess } from './fleet-store.ts';
import type { Whereabouts } from './this-process.ts';
import { createWatch } from './watch.ts';

export interface RosterPorts {
  readonly store: FleetStore;
  readonly log: Log;
  /** The name of the bot's application, as it stands in the store. */
  readonly bot: string;
  readonly self: RunningProcess;
  readonly whereIs: (process: RunningProcess) => Whereabouts;
  /** Milliseconds of a clock that never jumps. */
  readonly clock: () => number;
  /** Into how many shards this process was told to divide the bot's servers. */
  readonly wanted: number;
  /** Whether several processes may share them. */
  readonly mayShare: boolean;
  /** In milliseconds: a process that is not heard of for so long is lost. */
  readonly lostAfter: number;
}

export interface Roster {
  /** As of the last time that it was read; this process alone before that. */
  state(): FleetState;
  /** That of the processes that were there first. */
  shardCount(): number;
  isJoined(): boolean;
  /** Whether another process is known to be gone that still stands in the list. */
  seesLost(): boolean;
  /**
   * Says that this process lives and has `held`, reads what there is, and takes lost processes away. False while it is
   * not certain yet whether there is room for it. Throws `UserError('already-running')` where there is none, or where
   * another process has what this one held.
   */
  refresh(held: Iterable<number>): Promise<boolean>;
  leave(): Promise<void>;
}

export function createRoster(ports: RosterPorts): Roster {
  const { store, log, bot, self, wanted, mayShare } = ports;
  const watch = createWatch(ports);
  let shardCount = wanted;
  let joined = false;
  let state: FleetState = {
    processes: [{ ...self, beat: 0, shardCount }],
    holders: new Map(),
  };
  const others = (): readonly KnownProcess[] => state.processes.filter(({ id }) => id !== self.id);

  /** Again where it is not there any more: it was taken for lost, or the database is another one. */
  const enter = async (held: Iterable<number>): Promise<FleetState> => {
    const entered = await store.join(bot, self, shardCount);
    for (const shard of held)
      if (!(await store.take(bot, shard, self.id))) throw refusal(entered.processes, ports, replaced);
    joined = true;
    return entered;
  };
  const read = async (held: Iterable<number>): Promise<FleetState> =>
    (joined ? await store.beat(bot, self.id, shardCount) : null) ?? enter(held);

  const removeLost = async (): Promise<boolean> => {
    const lost = watch.look(others());
    for (const process of lost) {
      const { host, pid } = process;
      if (await store.remove(bot, process)) log.warn('process-lost', { host, pid });
    }
    return lost.length > 0;
  };

  /** The count of those who were there first holds: two counts would divide the servers in two ways. */
  const agree = (first: KnownProcess, hasHeld: boolean): boolean => {
    if (first.shardCount === shardCount) return true;
    if (first.id === self.id || !watch.isAlive(first)) return false;
    if (hasHeld) throw refusal(state.processes, ports, replaced);
    log.warn('shard-count-of-others', { count: first.shardCount, limit: wanted });
    shardCount = first.shardCount;
    return true;
  };

  return {
    state: () => state,
    shardCount: () => shardCount,
    isJoined: () => joined,
    seesLost: () => others().some((process) => ports.whereIs(process) === 'gone'),
    async refresh(held) {
      const holding = [...held];
      state = await read(holding);
      if (await removeLost()) state = await read(holding);
      const [first] = state.processes;
      if (first === undefined || !agree(first, holding.length > 0)) return false;
      const room = mayShare ? shardCount : 1;
      const place = state.processes.findIndex(({ id }) => id === self.id);
      if (place < room) return true;
      if (state.processes.slice(0, room).every(watch.isAlive))
        throw refusal(state.processes, ports, holding.length > 0 ? replaced : noRoom(ports));
      return false;
    },
    async leave() {
      if (joined) await store.leave(bot, self.id);
      joined = false;
    },
  };
}

const replaced =
  'and its shards were taken over while this process stood still or could not reach the database. It ends; start it again.';

function noRoom({ mayShare }: RosterPorts): string {
  return mayShare
    ? 'and none of its shards is left for this one. Set DISCORD_SHARDS to more, with all of them stopped, or stop one.'
    : 'and only one may with a database file. Stop it, or set DATABASE_URL to PostgreSQL and DISCORD_SHARDS to share the work.';
}

function refusal(processes: readonly KnownProcess[], { self }: RosterPorts, what: string): UserError {
  const named = processes
    .filter(({ id }) => id !== self.id)
    .slice(0, 5)
    .map(({ host, pid, since }) => `process ${pid} on ${host} since ${since}`);
  return new UserError('already-running', `This bot is run already by ${named.join(', ')}, ${what}`);
}
