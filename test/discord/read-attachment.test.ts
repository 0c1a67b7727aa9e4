/** A file on a server that means harm. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as otherWork } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { readAttachment } from '../../src/discord/read-attachment.ts';

const most = 64 * 1024;
const large = 100 * 1024 * 1024;
const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** Reads a file from a server that does this. */
async function readFrom(listener: RequestListener, deadline?: number): Promise<Uint8Array> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const config = loadConfig({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: `${url}/api` });
  return readAttachment({ url: `${url}/attachments/1/a.json` }, most, config, deadline);
}

describe('a file is refused', () => {
  it('when it is larger than it may be, without reading the rest', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const reading = readFrom(async (_, response) => {
      while (sent < large && !response.destroyed) {
        sent += chunk.length;
        if (!response.write(chunk)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
        await otherWork();
      }
    });
    await expect(reading).rejects.toMatchObject({ code: 'file-too-large', values: { most: 64 } });
    expect(sent).toBeLessThan(large);
  });

  it('when it is small and unpacks to more', async () => {
    const packed = gzipSync(Buffer.alloc(large));
    expect(packed.length).toBeLessThan(most * 2);
    const reading = readFrom((_, response) => response.setHeader('content-encoding', 'gzip').end(packed));
    await expect(reading).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('when it comes too slowly', async () => {
    const reading = readFrom((_, response) => void response.write('{'), 200);
    await expect(reading).rejects.toMatchObject({ upstream: 'discord', reason: 'unreachable' });
  });

  it('when it stands elsewhere', async () => {
    const reading = readFrom((_, response) =>
      response.writeHead(302, { location: 'http://127.0.0.2/' }).end(),
    );
    await expect(reading).rejects.toMatchObject({ upstream: 'discord', reason: 'unreachable' });
  });
});
