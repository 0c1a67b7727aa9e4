/**
 * This process among those that run the same bot: each has a share of the shards, so that no two answer for the same
 * servers. While the database is away every one goes on with what it has, since nobody can take a shard over then.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import { createRoster, type Roster, type RosterPorts } from './roster.ts';
import { createShards, type OpenShard, type Shards } from './shards.ts';
import { describeThisProcess, whereIs } from './this-process.ts';

export interface Fleet {
  /** Of this process, and of no other one ever. */
  readonly id: string;
  /** Into how many shards all processes together divide the bot's servers. */
  readonly shardCount: number;
  /** The part of them that this process has or begins with, above 0 and at most 1. */
  share(): number;
  /** Opens this process's share, now and as it changes. Resolves once one shard is open; rejects with what opening it threw. */
  hold(open: OpenShard): Promise<void>;
  /** Whether what it holds is still its own: known at once as a rule. Asks the database where this process stood still for so long that it may have been replaced. */
  mayAnswer(): true | Promise<boolean>;
  /** Whether a process of this id was there when it was last looked. */
  isRunning(id: string): boolean;
  /** Ends its shards and leaves them to others. */
  leave(): Promise<void>;
}

export interface FleetPorts
  extends Pick<RosterPorts, 'store' | 'log' | 'bot' | 'wanted' | 'mayShare'>,
    Partial<Pick<RosterPorts, 'self' | 'whereIs' | 'clock' | 'lostAfter'>> {
  /** Told when others have taken this process's place, or a later shard cannot be opened: it should end. */
  readonly onEnd: (error: unknown) => void;
  /** In milliseconds. */
  readonly beatEvery?: number;
}

type Ports = Required<FleetPorts> & { readonly roster: Roster; readonly whenThere: WhenThere };

/** Throws `UserError('already-running')` where other processes have all there is. */
export async function joinFleet(given: FleetPorts): Promise<Fleet> {
  const ports = {
    ...{ self: describeThisProcess(), whereIs, beatEvery: 5_000, lostAfter: 20_000 },
    clock: () => performance.now(),
    ...given,
  };
  const roster = createRoster(ports);
  const whenThere = createPatience(ports.log);
  try {
    await enter({ ...ports, roster, whenThere });
  } catch (error) {
    await whenThere(roster.leave);
    throw error;
  }
  return createFleet({ ...ports, roster, whenThere });
}

/** Returns once there is room; where no other may be, also when the database is away: the bot starts without it. */
async function enter({ roster, whenThere, mayShare, wanted, beatEvery }: Ports): Promise<void> {
  let isIn = false;
  for (;;) {
    const isThere = await whenThere(async () => {
      isIn = await roster.refresh([]);
    });
    if (isIn || (!isThere && (!mayShare || wanted === 1))) return;
    await sleep(beatEvery / looksPerBeat);
  }
}

/** In a beat: whether others of this machine are gone is looked up more often than the database. */
const looksPerBeat = 5;

function createFleet(ports: Ports): Fleet {
  const { roster, whenThere, clock, beatEvery, lostAfter, onEnd, self } = ports;
  const leaving = new AbortController();
  let shards: Shards | null = null;
  let isLost = false;
  let beating: Promise<void> | null = null;
  let lookedAt = clock();

  const refresh = async (): Promise<void> => {
    try {
      await whenThere(() => roster.refresh(shards?.held() ?? []));
    } catch (error) {
      isLost = true;
      onEnd(error);
    }
    lookedAt = clock();
    beating = null;
  };
  const beat = (): Promise<void> => {
    beating ??= refresh();
    return beating;
  };
  const leave = async (): Promise<void> => {
    leaving.abort();
    await shards?.close();
    await whenThere(roster.leave);
  };
  const live = async (settle: () => void): Promise<void> => {
    for (let look = 1; !leaving.signal.aborted && !isLost; look += 1) {
      settle();
      await sleep(beatEvery / looksPerBeat, undefined, { signal: leaving.signal }).catch(() => undefined);
      if (!leaving.signal.aborted && (look % looksPerBeat === 0 || roster.seesLost())) await beat();
    }
  };

  return {
    id: self.id,
    isRunning: (id) => roster.state().processes.some((process) => process.id === id),
    get shardCount() {
      return roster.shardCount();
    },
    share: () => Math.max(1, shards?.held().size ?? 0) / roster.shardCount(),
    hold(open) {
      const opened = Promise.withResolvers<void>();
      let fail: (error: unknown) => void = opened.reject;
      const own = createShards({
        ...{ ...ports, id: self.id },
        async open(shard) {
          const close = await open(shard);
          fail = onEnd;
          opened.resolve();
          return close;
        },
      });
      shards = own;
      let isSettling = false;
      const settle = async (): Promise<void> => {
        if (isSettling) return;
        isSettling = true;
        try {
          await own.settle();
        } catch (error) {
          // What is left undone while the database is away is done when it is back.
          if (!isAway(error)) {
            await leave();
            fail(error);
          }
        }
        isSettling = false;
      };
      void live(settle);
      return opened.promise;
    },
    mayAnswer() {
      if (isLost) return Promise.resolve(false);
      return clock() - lookedAt <= lostAfter * 0.75 || beat().then(() => !isLost);
    },
    leave,
  };
}

/** Does something with the database, and tells whether it was there. */
type WhenThere = (work: () => Promise<unknown>) => Promise<boolean>;

function createPatience(log: Log): WhenThere {
  let away = false;
  return async (work) => {
    try {
      await work();
      if (away) log.info('fleet-store-back');
      away = false;
      return true;
    } catch (error) {
      if (!isAway(error)) throw error;
      if (!away) log.warn('fleet-store-away', { reason: error.reason, error });
      away = true;
      return false;
    }
  };
}

function isAway(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && error.upstream === 'database';
}
