/** A wire between the bot and what it talks to, which can be cut, held or filled with silence. */
import { connect, createServer, type Socket } from 'node:net';

export interface Wire {
  readonly port: number;
  /** Where connections are passed on to, from now on. */
  to(port: number): void;
  /** From now on nothing comes through what is connected, in either direction, though it stays connected: half-open. Tells how many connections that are. */
  swallow(): number;
  /** Every connection is cut, and each new one. */
  refuse(): void;
  /** New connections are taken, and nothing comes through them. */
  silence(): void;
  /** Passes new connections on again. */
  restore(): void;
  /** The next bytes for the bot are cut in their middle, with their connection. */
  cutNext(): void;
  /** Whether what `cutNext` asked for has happened. */
  hasCut(): boolean;
  close(): Promise<void>;
}

interface Link {
  readonly near: Socket;
  readonly far: Socket | null;
  isSwallowed: boolean;
}

export async function startWire(): Promise<Wire> {
  const links = new Set<Link>();
  let target = 0;
  let state: 'open' | 'refusing' | 'silent' = 'open';
  let cutsNext = false;

  const drop = (link: Link): void => {
    link.near.destroy();
    link.far?.destroy();
    links.delete(link);
  };
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (state === 'refusing') return void near.destroy();
    const far = state === 'open' ? connect(target, '127.0.0.1') : null;
    const link: Link = { near, far, isSwallowed: far === null };
    links.add(link);
    // Read and thrown away, where nobody is at the other end.
    near.on('data', (bytes) => void (link.isSwallowed || far?.write(bytes)));
    near.on('close', () => void (link.isSwallowed || drop(link)));
    far?.on('error', () => undefined);
    far?.on('close', () => void (link.isSwallowed || drop(link)));
    far?.on('data', (bytes) => {
      if (link.isSwallowed) return;
      if (!cutsNext) return void near.write(bytes);
      cutsNext = false;
      near.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => drop(link));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wire listens to no port');

  return {
    port: address.port,
    to: (port) => {
      target = port;
    },
    swallow() {
      for (const link of links) link.isSwallowed = true;
      return links.size;
    },
    refuse() {
      state = 'refusing';
      for (const link of [...links]) drop(link);
    },
    silence() {
      state = 'silent';
    },
    restore() {
      state = 'open';
    },
    cutNext() {
      cutsNext = true;
    },
    hasCut: () => !cutsNext,
    async close() {
      for (const link of [...links]) drop(link);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
