/** Ends a connection to the gateway that does not answer a goodbye, so that the next one is begun at once. */
import { WebSocket } from 'ws';

/** Milliseconds. The library would wait for thirty seconds. */
const patience = 2_000;
const sayGoodbye = WebSocket.prototype.close;

function closeSoon(this: WebSocket, code?: number, reason?: string | Buffer): void {
  sayGoodbye.call(this, code, reason);
  setTimeout(() => this.terminate(), patience).unref();
}

/** For all connections of the process: the library makes its own, and lets nobody say how. */
export function closeConnectionsSoon(): void {
  WebSocket.prototype.close = closeSoon;
}
