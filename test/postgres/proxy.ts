/** A way to a server that can be cut, or swallow what is sent: for what a network does. */
import { connect, createServer, type Socket } from 'node:net';

export interface Proxy {
  readonly port: number;
  /** `pass` it on, `refuse` connections and cut those there are, or `swallow` all that is sent. */
  set(way: 'pass' | 'refuse' | 'swallow'): void;
  close(): void;
}

export async function startProxy(target: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let way: Parameters<Proxy['set']>[0] = 'pass';
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    if (way === 'refuse') {
      client.destroy();
      return;
    }
    const upstream = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('data', (bytes) => {
        if (way !== 'swallow') to.write(bytes);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    set(next) {
      way = next;
      if (way === 'refuse') cut();
    },
    close() {
      cut();
      server.close();
    },
  };
}
