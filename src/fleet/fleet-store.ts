/** The port to what the processes of one bot know of each other. Each call throws `UpstreamError('database')` while it is away. */

/** One run of this program. */
export interface RunningProcess {
  readonly id: string;
  /** The machine's name, for people. */
  readonly host: string;
  /** The same for processes whose numbers can be compared. */
  readonly machine: string;
  readonly pid: number;
  /** When the machine says it began, so that another of the same number is not taken for it; empty where it does not say. */
  readonly begun: string;
  /** ISO 8601, UTC, by its own clock: for people. */
  readonly since: string;
}

export interface KnownProcess extends RunningProcess {
  /** Counts up while it lives. No time is kept: whoever waits for the next one needs no clock but its own. */
  readonly beat: number;
  /** Into how many shards it divides the bot's servers. */
  readonly shardCount: number;
}

export interface FleetState {
  /** In the order in which they came. */
  readonly processes: readonly KnownProcess[];
  /** The id of the process that has it, by shard. */
  readonly holders: ReadonlyMap<number, string>;
}

/** `bot` names the application, so that several may share a database. */
export interface FleetStore {
  /** Adds a process, behind those that are there. */
  join(bot: string, process: RunningProcess, shardCount: number): Promise<FleetState>;
  /** Says that the process lives. Null where it is not there (any more). */
  beat(bot: string, id: string, shardCount: number): Promise<FleetState | null>;
  /** Gives the process a shard that nobody has, or that it has already. False where another has it, or the process is not there. */
  take(bot: string, shard: number, id: string): Promise<boolean>;
  giveUp(bot: string, shard: number, id: string): Promise<void>;
  /** Takes a process away with its shards, unless it has said since that it lives: false. */
  remove(bot: string, process: Pick<KnownProcess, 'id' | 'beat'>): Promise<boolean>;
  /** Takes a process away that ends. */
  leave(bot: string, id: string): Promise<void>;
}
