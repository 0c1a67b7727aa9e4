/** Notes what members wait for until they have it, so that the next process can go on with it after a kill. */
import { UpstreamError } from '../../errors.ts';
import type { Fleet } from '../../fleet/fleet.ts';
import type { ClaimedRow, PendingStore } from '../../guilds/pending-store.ts';
import type { Log } from '../../log.ts';
import type { Unsent } from '../responder.ts';
import type { PendingQuestion, PendingRecord } from './record.ts';
import type { Seal } from './seal.ts';

/** None waits, and none throws: what cannot be kept is answered all the same. */
export interface Pending {
  note(id: string, guildId: string | null, record: PendingRecord): void;
  /** Says of an interaction that was noted what is asked by it. */
  addQuestion(id: string, question: PendingQuestion): void;
  /** Says which pages of its answer are still to come. */
  addUnsent(id: string, unsent: Unsent): void;
  /** Nobody waits for it any more. */
  done(id: string): void;
}

export interface PendingKeeper extends Pending {
  /** Takes over what other processes left, and this one may go on with. Empty while the database is away. */
  claim(isOwn: (guildId: string | null) => boolean): Promise<readonly Left[]>;
  /** Writes what is to be written, and no more by itself. */
  stop(): Promise<void>;
}

/** What another process left. */
export interface Left {
  readonly id: string;
  readonly guildId: string | null;
  /** Null where this process cannot read it: the bot's token is another one. */
  readonly record: PendingRecord | null;
  /** How often somebody has set about it since. */
  readonly attempt: number;
}

const minute = 60_000;
/** As long as the token of an interaction is good. */
const keptFor = 15 * minute;
/** What is left with less than this to go would not be finished in time. */
const leastLeft = minute;
/** In milliseconds. What is noted waits until the responses to all that came with it are on their way, but not for ever; what is done has time. */
const writeAfter = { note: 40, lastNote: 250, done: 250, failure: 1_000 };

interface Open extends Pick<ClaimedRow, 'guildId' | 'expiresAt'> {
  readonly record: PendingRecord | null;
}

export function createPending({
  store,
  seal,
  log,
  fleet,
}: {
  readonly store: PendingStore;
  readonly seal: Seal;
  readonly log: Log;
  /** The processes of this bot: what one that runs has is not left. */
  readonly fleet: Pick<Fleet, 'id' | 'isRunning'>;
}): PendingKeeper {
  const holder = fleet.id;
  const open = new Map<string, Open>();
  const changed = new Set<string>();
  /** Those that the database may have. */
  const written = new Set<string>();
  let timer: { readonly timeout: NodeJS.Timeout; readonly at: number } | null = null;
  let writeBy = Number.POSITIVE_INFINITY;
  let writing = Promise.resolve();
  let isAway = false;
  let isStopped = false;

  const tell = (error: unknown): void => {
    if (!(error instanceof UpstreamError)) throw error;
    if (!isAway) log.warn('pending-store-away', { reason: error.reason, error });
    isAway = true;
  };
  const schedule = (milliseconds: number, most = milliseconds): void => {
    const now = performance.now();
    writeBy = Math.min(writeBy, now + most);
    const at = Math.min(now + milliseconds, writeBy);
    // Only what may still wait puts a write off.
    if (timer !== null && timer.at <= at && milliseconds === most) return;
    if (timer !== null) clearTimeout(timer.timeout);
    timer = { at, timeout: setTimeout(() => void write(), at - now) };
  };
  const write = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer.timeout);
    timer = null;
    writeBy = Number.POSITIVE_INFINITY;
    // One after the other, so that what is done is never kept after it was erased.
    writing = writing.then(writeChanged);
    return writing;
  };
  const writeChanged = async (): Promise<void> => {
    const ids = [...changed];
    changed.clear();
    const kept = ids.flatMap((id) => {
      const one = open.get(id);
      if (one === undefined || one.record === null) return [];
      return [{ id, guildId: one.guildId, expiresAt: one.expiresAt, sealed: seal.close(id, one.record) }];
    });
    const erased = ids.filter((id) => !open.has(id) && written.has(id));
    if (kept.length + erased.length === 0) return;
    for (const { id } of kept) written.add(id);
    try {
      await store.write(holder, kept, erased);
      for (const id of erased) written.delete(id);
      if (isAway) log.info('pending-store-back');
      isAway = false;
    } catch (error) {
      tell(error);
      for (const id of ids) change(id, writeAfter.failure);
    }
  };
  const change = (id: string, milliseconds: number, most = milliseconds): void => {
    changed.add(id);
    if (!isStopped) schedule(milliseconds, most);
  };
  const sweeps = setInterval(() => void store.sweep(Date.now()).catch(tell), minute).unref();

  return {
    note(id, guildId, record) {
      open.set(id, { guildId, expiresAt: Date.now() + keptFor, ...open.get(id), record });
      change(id, writeAfter.note, writeAfter.lastNote);
    },
    addQuestion(id, question) {
      const one = open.get(id);
      if (one?.record?.kind !== 'interaction') return;
      open.set(id, { ...one, record: { ...one.record, question } });
      change(id, writeAfter.note, writeAfter.lastNote);
    },
    addUnsent(id, unsent) {
      const one = open.get(id);
      if (one === undefined || one.record === null) return;
      open.set(id, { ...one, record: { ...one.record, unsent } });
      change(id, writeAfter.note, writeAfter.lastNote);
    },
    done(id) {
      if (open.delete(id)) change(id, writeAfter.done);
    },
    async claim(isOwn) {
      try {
        await store.sweep(Date.now());
        const isLeft = (guildId: string | null, other: string) => isOwn(guildId) && !fleet.isRunning(other);
        const rows = await store.claim(holder, isLeft, Date.now() + leastLeft);
        return rows.map(({ id, guildId, expiresAt, sealed, attempt }) => {
          const record = seal.open(id, sealed);
          open.set(id, { guildId, expiresAt, record });
          written.add(id);
          return { id, guildId, record, attempt };
        });
      } catch (error) {
        tell(error);
        return [];
      }
    },
    async stop() {
      isStopped = true;
      clearInterval(sweeps);
      await write();
    },
  };
}
