// One WebSocket connection: hello, heartbeats, identify or resume.
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { Session } from './session.ts';

const frame = z.object({ op: z.number().int(), d: z.unknown().optional() });
const identify = z.object({
  token: z.string(),
  intents: z.number().int().min(0),
  shard: z.tuple([z.number().int().min(0), z.number().int().min(1)]).optional(),
  properties: z.record(z.string(), z.unknown()),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int().min(0) });

export type Identify = z.infer<typeof identify>;
export type Resume = z.infer<typeof resume>;

/** What a connection asks of the gateway it belongs to. A number closes the connection with that code. */
export interface ConnectionHost {
  identify(request: Identify, socket: WebSocket): Session | 'again' | number;
  resume(request: Resume, socket: WebSocket): Session | 'again' | number;
  /** Called once the session is attached, to send what belongs at its start. */
  begin(session: Session, request: Identify | Resume): void;
  /** Called when the connection of a session has closed. */
  lose(session: Session, code: number): void;
  heartbeatIntervalMs: number;
  acknowledgesHeartbeats(): boolean;
  /** How long a connection waits for its hello. */
  helloDelayMs(): number;
  log(direction: 'in' | 'out', op: number, note?: string): void;
}

/** Speaks the gateway's protocol on one socket. */
export function serveConnection(socket: WebSocket, host: ConnectionHost): void {
  let session: Session | null = null;
  /** An invalidated session lets go of its connection, on which another may then begin. */
  const isAttached = () => session?.socket === socket;
  const send = (op: number, data: unknown) => {
    host.log('out', op);
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
  };
  const hello = setTimeout(
    () => send(GatewayOpcodes.Hello, { heartbeat_interval: host.heartbeatIntervalMs, _trace: ['sandbox'] }),
    host.helloDelayMs(),
  );

  const attach = (outcome: Session | 'again' | number, request: Identify | Resume) => {
    if (typeof outcome === 'number') return socket.close(outcome);
    if (outcome === 'again') return send(GatewayOpcodes.InvalidSession, false);
    session = outcome;
    host.begin(outcome, request);
  };

  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    clearTimeout(hello);
    if (session?.socket === socket) host.lose(session, code);
    host.log('in', -1, `closed ${code}`);
  });
  socket.on('message', (raw) => {
    const read = frame.safeParse(parseJson(raw));
    if (!read.success) return socket.close(GatewayCloseCodes.DecodeError);
    const { op, d } = read.data;
    host.log('in', op);
    if (op === GatewayOpcodes.Heartbeat) {
      if (host.acknowledgesHeartbeats()) send(GatewayOpcodes.HeartbeatAck, null);
      return;
    }
    if (op === GatewayOpcodes.Identify) {
      if (isAttached()) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
      const request = identify.safeParse(d);
      if (!request.success) return socket.close(GatewayCloseCodes.DecodeError);
      return attach(host.identify(request.data, socket), request.data);
    }
    if (op === GatewayOpcodes.Resume) {
      if (isAttached()) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
      const request = resume.safeParse(d);
      if (!request.success) return socket.close(GatewayCloseCodes.DecodeError);
      return attach(host.resume(request.data, socket), request.data);
    }
    if (!knownOps.has(op)) return socket.close(GatewayCloseCodes.UnknownOpcode);
    if (!isAttached()) return socket.close(GatewayCloseCodes.NotAuthenticated);
  });
}

const knownOps = new Set<number>([
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
  GatewayOpcodes.RequestSoundboardSounds,
]);

function parseJson(raw: RawData): unknown {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return null;
  }
}
