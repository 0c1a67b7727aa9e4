/** Reads a file that a member has attached. */
import type { Attachment } from 'discord.js';
import type { Config } from '../config.ts';
import { UpstreamError, UserError } from '../errors.ts';

const hosts = ['cdn.discordapp.com', 'media.discordapp.net'];
const deadline = 5_000;
const kibibyte = 1024;

/**
 * A file as text. It is fetched from Discord alone, and no further than `most` bytes. Throws `UserError('file-too-large')`,
 * `UserError('file-no-text')` or `UpstreamError('discord')`.
 */
export async function readAttachment(
  { url }: Pick<Attachment, 'url'>,
  most: number,
  { discord }: Pick<Config, 'discord'>,
): Promise<string> {
  if (!isDiscords(url, discord)) throw new UpstreamError('discord', 'another-host');
  const bytes = Buffer.concat(await fetchChunks(url, most));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError('file-no-text', 'not UTF-8');
  }
}

function isDiscords(address: string, { otherHost, apiUrl }: Config['discord']): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return otherHost
    ? url.origin === new URL(apiUrl).origin
    : url.protocol === 'https:' && hosts.includes(url.host);
}

async function fetchChunks(url: string, most: number): Promise<readonly Uint8Array[]> {
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
