/** Reads a file that a member has attached. */
import type { Attachment } from 'discord.js';
import type { Config } from '../config.ts';
import { UpstreamError, UserError } from '../errors.ts';

const hosts = ['cdn.discordapp.com', 'media.discordapp.net'];
const kibibyte = 1024;

/**
 * A file's bytes. It is fetched from Discord alone, no further than `most` bytes, also unpacked, and for five seconds unless told.
 * Throws `UserError('file-too-large')` or `UpstreamError('discord')`.
 */
export async function readAttachment(
  { url }: Pick<Attachment, 'url'>,
  most: number,
  { discord }: Pick<Config, 'discord'>,
  deadline = 5_000,
): Promise<Uint8Array> {
  if (!isDiscords(url, discord)) throw new UpstreamError('discord', 'another-host');
  return Buffer.concat(await fetchChunks(url, most, deadline));
}

function isDiscords(address: string, { otherHost, apiUrl }: Config['discord']): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return otherHost
    ? url.origin === new URL(apiUrl).origin
    : url.protocol === 'https:' && hosts.includes(url.host);
}

async function fetchChunks(url: string, most: number, deadline: number): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(deadline) });
    if (!response.ok) throw new UpstreamError('discord', `http-${response.status}`);
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength;
      if (length > most)
        throw new UserError('file-too-large', 'the file is too large', { most: most / kibibyte });
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof UserError || error instanceof UpstreamError) throw error;
    throw new UpstreamError('discord', 'unreachable', error);
  }
  return chunks;
}
