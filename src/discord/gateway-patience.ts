/** How long the bot waits for a gateway that says nothing: less than the library does, so that it is soon back. */
import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import { WebSocket } from 'ws';

/**
 * Milliseconds until a connection stands, and until the first word on it, both from its beginning. The library would
 * wait for half a minute and a minute. The second must be longer: a connection that is given up before it stands fails
 * later, where nobody listens, and ends the process.
 */
const waits = { handshakeTimeout: 5_000, helloTimeout: 8_000 };
/** Milliseconds until a goodbye is answered. The library would wait for half a minute. */
const goodbyeTimeout = 2_000;

/** For the options of a client. */
export const buildStrategy: NonNullable<WebSocketOptions['buildStrategy']> = (manager) => {
  Object.assign(manager.options, waits);
  return new SimpleShardingStrategy(manager);
};

const sayGoodbye = WebSocket.prototype.close;

function closeSoon(this: WebSocket, code?: number, reason?: string | Buffer): void {
  sayGoodbye.call(this, code, reason);
  setTimeout(() => this.terminate(), goodbyeTimeout).unref();
}

/** For all connections of the process: the library makes its own, and lets nobody say how. */
export function closeConnectionsSoon(): void {
  WebSocket.prototype.close = closeSoon;
}
