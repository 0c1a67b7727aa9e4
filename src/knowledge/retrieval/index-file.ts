/**
 * An index as bytes: a line that says what it is, a checksum, a header in JSON, then the arrays as they are in memory.
 * Reading copies nothing but trusts nothing either: what does not fit in every way is no index.
 */
import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import { z } from 'zod';
import type { Article } from '../article.ts';
import type { IndexData } from './index-data.ts';

/** Goes up with every change of what is stored or of how texts are read: an index of another version is built anew. */
const formatVersion = 2;
const firstLine = `Footnote index ${formatVersion} ${endianness()}\n`;
const checksumBytes = 32;

const arrays = [
  ['groupStarts', Uint32Array],
  ['usualLengths', Float32Array],
  ['usualSentences', Float32Array],
  ['unitStarts', Uint32Array],
  ['units', Uint32Array],
  ['keys', Uint32Array],
  ['starts', Uint32Array],
  ['documents', Uint32Array],
  ['weights', Uint8Array],
] as const;

const headerSchema = z.strictObject({
  /** What was indexed: an article's stamp. */
  stamp: z.string(),
  ids: z.array(z.string()),
  groups: z.array(z.string()),
  /** The number of entries of each array, in order. */
  lengths: z.array(z.int().nonnegative()).length(arrays.length),
});

/** Tells one article's index from another's, and from one of an earlier text or enrichment of it. */
export function stampArticle({ id, title, paragraphs, passages, enrichment }: Article): string {
  const content = JSON.stringify([id, title, paragraphs, passages, enrichment]);
  return createHash('sha256').update(content).digest('hex');
}

/** An index as the bytes of a file. */
export function writeIndex(index: IndexData, stamp: string): Uint8Array {
  const lengths = arrays.map(([name]) => index[name].length);
  const json = JSON.stringify({ stamp, ids: index.ids, groups: index.groups, lengths });
  const header = Buffer.from(json + ' '.repeat(align(Buffer.byteLength(json)) - Buffer.byteLength(json)));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  const parts = arrays.map(([name]) => {
    const { buffer, byteOffset, byteLength } = index[name];
    return Buffer.from(buffer, byteOffset, byteLength);
  });
  const body = Buffer.concat([size, header, ...parts]);
  return Buffer.concat([Buffer.from(firstLine), createHash('sha256').update(body).digest(), body]);
}

/** The index that bytes hold; null where they are damaged, of another version, or of anything but what `stamp` says. */
export function readIndex(bytes: Uint8Array, stamp: string): IndexData | null {
  const start = firstLine.length + checksumBytes;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < start + 4 || file.toString('latin1', 0, firstLine.length) !== firstLine) return null;
  const body = file.subarray(start);
  if (!createHash('sha256').update(body).digest().equals(file.subarray(firstLine.length, start))) return null;
  const headerEnd = 4 + body.readUInt32LE(0);
  if (headerEnd > body.length) return null;
  const header = readHeader(body.toString('utf8', 4, headerEnd));
  if (header === null || header.stamp !== stamp) return null;

  let end = headerEnd;
  const read = (place: number): ArrayBuffer => {
    const bytesEach = arrays[place]?.[1].BYTES_PER_ELEMENT ?? 1;
    const size = (header.lengths[place] ?? 0) * bytesEach;
    const part = body.subarray(end, end + size);
    end += size;
    return new Uint8Array(part).buffer;
  };
  if (
    header.lengths.reduce(
      (sum, length, place) => sum + length * (arrays[place]?.[1].BYTES_PER_ELEMENT ?? 1),
      end,
    ) !== body.length
  )
    return null;
  const index: IndexData = {
    ids: header.ids,
    groups: header.groups,
    groupStarts: new Uint32Array(read(0)),
    usualLengths: new Float32Array(read(1)),
    usualSentences: new Float32Array(read(2)),
    unitStarts: new Uint32Array(read(3)),
    units: new Uint32Array(read(4)),
    keys: new Uint32Array(read(5)),
    starts: new Uint32Array(read(6)),
    documents: new Uint32Array(read(7)),
    weights: new Uint8Array(read(8)),
  };
  return isWhole(index) ? index : null;
}

function align(size: number): number {
  return Math.ceil(size / 4) * 4;
}

function readHeader(text: string): z.infer<typeof headerSchema> | null {
  try {
    return headerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether the parts of an index fit each other: nothing that a search follows leads out of it. */
function isWhole({
  ids,
  groups,
  groupStarts,
  usualLengths,
  usualSentences,
  unitStarts,
  units,
  keys,
  starts,
  documents,
  weights,
}: IndexData): boolean {
  return (
    usualLengths.length === groups.length &&
    usualSentences.length === groups.length &&
    isRising(groupStarts, groups.length, ids.length) &&
    isRising(unitStarts, ids.length, units.length) &&
    isRising(starts, keys.length, documents.length) &&
    weights.length === documents.length &&
    documents.every((text) => text < ids.length) &&
    keys.every((key, place) => place === 0 || key > (keys[place - 1] ?? 0))
  );
}

/** Whether `starts` cuts `length` entries into so many parts. */
function isRising(starts: Uint32Array, parts: number, length: number): boolean {
  return (
    starts.length === parts + 1 &&
    starts[0] === 0 &&
    starts[parts] === length &&
    starts.every((start, place) => place === 0 || start >= (starts[place - 1] ?? 0))
  );
}
