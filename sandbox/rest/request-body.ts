import type { IncomingMessage } from 'node:http';
import { refusals } from '../discord-error.ts';

export interface UploadedFile {
  readonly name: string;
  /** The number in `files[n]`, by which the body's `attachments` name it. */
  readonly index: number;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface RequestBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** The size of request that Discord takes from a bot in an unboosted server, and a little for the rest of the form. */
const largestBody = 10 * 1024 * 1024 + 64 * 1024;

/** Reads a request's JSON, alone or as `payload_json` beside files. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readBytes(request);
  const contentType = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!contentType.startsWith('multipart/form-data')) return { body: parseJson(bytes.toString()), files: [] };

  // The platform's own parser of multipart forms.
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw refusals.invalidJson();
    });
  const files: UploadedFile[] = [];
  let body: unknown = {};
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = parseJson(value);
      continue;
    }
    const index = Number(/^files\[(\d+)\]$/.exec(field)?.[1] ?? files.length);
    files.push({
      name: value.name,
      index,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { body, files };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > largestBody) throw refusals.tooLarge();
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.invalidJson();
  }
}
