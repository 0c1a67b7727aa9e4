import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** How many events a dropped session keeps for its resumption. */
const replayLimit = 5000;

interface Dispatched {
  readonly seq: number;
  readonly frame: string;
}

/** One identified session of the bot. It outlives its connection, so that it can be resumed. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  socket: WebSocket | null;
  /** When the connection was lost, in real time; a session is kept for a while after it. */
  lostAt = 0;
  private seq = 0;
  private readonly sent: Dispatched[] = [];

  constructor(id: string, intents: number, shard: readonly [number, number], socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.socket = socket;
  }

  get sequence(): number {
    return this.seq;
  }

  /** Sends an event now, or keeps it until the session is resumed. */
  dispatch(name: string, data: object): number {
    this.seq += 1;
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: this.seq, t: name, d: data });
    this.sent.push({ seq: this.seq, frame });
    if (this.sent.length > replayLimit) this.sent.shift();
    this.socket?.send(frame);
    return this.seq;
  }

  /** Whether everything after `seq` is still kept. */
  keepsAfter(seq: number): boolean {
    const oldest = this.sent[0]?.seq ?? this.seq + 1;
    return seq >= oldest - 1;
  }

  /** Sends again what came after `seq`. */
  replay(seq: number): void {
    for (const event of this.sent) if (event.seq > seq) this.socket?.send(event.frame);
  }

  /** Sends the last events once more; tells how many. */
  repeat(count: number): number {
    const events = this.socket === null ? [] : this.sent.slice(-count);
    for (const { frame } of events) this.socket?.send(frame);
    return events.length;
  }

  /** Whether events of this server (null: direct messages) belong to this session's shard. */
  hears(guildId: string | null): boolean {
    const [id, count] = this.shard;
    if (guildId === null) return id === 0;
    return Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
  }
}
