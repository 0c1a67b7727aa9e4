import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildCreatePayload } from '../world/payloads.ts';
import type { World } from '../world/world.ts';
import { type Identify, type Resume, serveConnection } from './connection.ts';
import type { GatewayEvent } from './events.ts';
import { findRefusal, type PrivilegedIntent, shardOf } from './identify.ts';
import { readyPayload } from './ready.ts';
import { Session } from './session.ts';

const resumableForMs = 120_000;

export interface IdentifyLimits {
  readonly total: number;
  readonly maxConcurrency: number;
}

export const ofLargeBot: IdentifyLimits = { total: 100_000, maxConcurrency: 16 };

export interface EventRecord {
  readonly at: number;
  readonly name: string;
  readonly shard: number;
  readonly seq: number;
  readonly data: object;
}

/** One thing said on a gateway connection: an opcode in or out, `-1` for its end. */
export interface GatewayNote {
  readonly at: number;
  readonly direction: 'in' | 'out';
  readonly op: number;
  readonly note: string | null;
}

export interface GatewayOptions {
  readonly world: World;
  readonly token: string;
  readonly grantedIntents: readonly PrivilegedIntent[];
  readonly identifyLimits: IdentifyLimits;
  readonly heartbeatIntervalMs: number;
  readonly onEvent: (record: EventRecord) => void;
  /** Called whenever a session begins, resumes or loses its connection. */
  readonly onSession: () => void;
}

/** The gateway: the sessions of the bot, and the ways in which Discord drops them. */
export class Gateway {
  readonly notes: GatewayNote[] = [];
  private readonly options: GatewayOptions;
  private readonly server = new WebSocketServer({ noServer: true });
  private sessions = new Map<string, Session>();
  private url = '';
  private acknowledges = true;
  private helloDelay = 0;
  private readyDelay = 0;
  private refusals: (number | 'again')[] = [];
  /** How many identifies were accepted. */
  identifies = 0;
  /** How many were refused because there were too many within five seconds. */
  identifiesTooSoon = 0;
  private lastIdentifies: number[] = [];
  resumes = 0;

  constructor(options: GatewayOptions) {
    this.options = options;
  }

  /** Takes the WebSocket upgrades of an HTTP server. */
  attach(server: Server, url: string): void {
    this.url = url;
    server.on('upgrade', (request, socket, head) => {
      this.server.handleUpgrade(request, socket, head, (connection) => this.accept(connection));
    });
  }

  /** The shards that are connected now, each as often as it is. */
  get shards(): readonly number[] {
    return [...this.sessions.values()].flatMap(({ socket, shard: [id] }) => (socket === null ? [] : id));
  }

  /** Whether a session is connected now. */
  get connected(): boolean {
    return [...this.sessions.values()].some((session) => session.socket !== null);
  }

  dispatch(event: GatewayEvent): void {
    for (const session of this.sessions.values()) {
      if (this.isForgotten(session) || !session.hears(event.guildId)) continue;
      if (event.intent !== 0 && (session.intents & event.intent) === 0) continue;
      this.send(session, event.name, event.data(session.intents));
    }
  }

  /** Resolves once all that was sent has been read: a client answers a ping in its turn. */
  async delivered(): Promise<void> {
    const sockets = [...this.sessions.values()].flatMap(({ socket }) => socket ?? []);
    await Promise.all(sockets.map(readsAll));
  }

  /** Op 7: asks every connection to reconnect and resume. */
  requestReconnect(): void {
    for (const { socket } of this.sessions.values()) {
      socket?.send(JSON.stringify({ op: GatewayOpcodes.Reconnect, d: null, s: null, t: null }));
    }
  }

  /** Op 9: declares every session invalid. One that is not resumable is forgotten. */
  invalidateSessions(resumable: boolean): void {
    for (const session of [...this.sessions.values()]) {
      const { socket } = session;
      session.socket = null;
      session.lostAt = Date.now();
      if (!resumable) this.sessions.delete(session.id);
      socket?.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: resumable, s: null, t: null }));
    }
  }

  /** Closes every connection with a code; `1006` cuts it without one. */
  closeConnections(code: number): void {
    for (const { socket } of this.sessions.values()) {
      if (code === 1006) socket?.terminate();
      else socket?.close(code);
    }
  }

  /** Goes on taking heartbeats, but stops (or starts again) acknowledging them. */
  acknowledgeHeartbeats(yes: boolean): void {
    this.acknowledges = yes;
  }

  /** Makes later connections wait for their hello. */
  delayHello(milliseconds: number): void {
    this.helloDelay = milliseconds;
  }

  /** Sends the last events once more, as they were, and tells how many. */
  repeatEvents(count: number): number {
    return [...this.sessions.values()].reduce((sum, session) => sum + session.repeat(count), 0);
  }

  /** Makes later sessions wait for their READY. */
  delayReady(milliseconds: number): void {
    this.readyDelay = milliseconds;
  }

  /** Refuses the next identifies or resumes: a close code, or `again` for a session that is not valid. */
  refuseNext(...refusals: (number | 'again')[]): void {
    this.refusals.push(...refusals);
  }

  close(): void {
    for (const client of this.server.clients) client.terminate();
    this.server.close();
  }

  private accept(socket: WebSocket): void {
    serveConnection(socket, {
      heartbeatIntervalMs: this.options.heartbeatIntervalMs,
      acknowledgesHeartbeats: () => this.acknowledges,
      helloDelayMs: () => this.helloDelay,
      identify: (request, connection) => this.identify(request, connection),
      resume: (request, connection) => this.resume(request, connection),
      begin: (session, request) => this.begin(session, request),
      lose: (session, code) => this.lose(session, code),
      log: (direction, op, note) => {
        this.notes.push({ at: Date.now(), direction, op, note: note ?? null });
        if (op === -1) this.options.onSession();
      },
    });
  }

  private identify(request: Identify, socket: WebSocket): Session | 'again' | number {
    const refused = this.refusals.shift();
    if (refused !== undefined) return refused;
    const code = findRefusal(request, this.options);
    if (code !== null) return code;
    if (this.isTooSoon()) return 'again';
    const session = new Session(randomBytes(16).toString('hex'), request.intents, shardOf(request), socket);
    this.sessions.set(session.id, session);
    this.identifies += 1;
    return session;
  }

  private isTooSoon(): boolean {
    const now = performance.now();
    this.lastIdentifies = [...this.lastIdentifies.filter((at) => at > now - 5000), now];
    if (this.lastIdentifies.length <= this.options.identifyLimits.maxConcurrency) return false;
    this.identifiesTooSoon += 1;
    return true;
  }

  private resume(request: Resume, socket: WebSocket): Session | 'again' | number {
    const refused = this.refusals.shift();
    if (refused !== undefined) return refused;
    if (request.token !== this.options.token) return GatewayCloseCodes.AuthenticationFailed;
    const session = this.sessions.get(request.session_id);
    if (session === undefined || this.isForgotten(session) || !session.keepsAfter(request.seq))
      return 'again';
    if (request.seq > session.sequence) return GatewayCloseCodes.InvalidSeq;
    session.socket = socket;
    return session;
  }

  /** A client that says goodbye (1000, 1001) ends its session; any other loss leaves it to be resumed. */
  private lose(session: Session, code: number): void {
    session.socket = null;
    session.lostAt = Date.now();
    if (code === 1000 || code === 1001) this.sessions.delete(session.id);
  }

  private isForgotten(session: Session): boolean {
    if (session.socket !== null || Date.now() - session.lostAt < resumableForMs) return false;
    this.sessions.delete(session.id);
    return true;
  }

  private begin(session: Session, request: Identify | Resume): void {
    if ('seq' in request) {
      this.resumes += 1;
      session.replay(request.seq);
      this.send(session, 'RESUMED', { _trace: ['sandbox'] });
    } else if (this.readyDelay > 0) {
      setTimeout(() => this.welcome(session), this.readyDelay);
    } else {
      this.welcome(session);
    }
    this.options.onSession();
  }

  private welcome(session: Session): void {
    const { world } = this.options;
    const guilds = [...world.guilds.values()].filter(
      (guild) => session.hears(guild.id) && guild.members.has(world.bot.id),
    );
    this.send(session, 'READY', readyPayload(world, session, { guilds, url: this.url }));
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    for (const guild of guilds) this.send(session, 'GUILD_CREATE', guildCreatePayload(world, guild));
  }

  private send(session: Session, name: string, data: object): void {
    const seq = session.dispatch(name, data);
    this.options.onEvent({ at: Date.now(), name, shard: session.shard[0], seq, data });
  }
}

function readsAll(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('pong', () => resolve());
    socket.once('close', () => resolve());
    if (socket.readyState === socket.OPEN) socket.ping();
    else resolve();
  });
}
