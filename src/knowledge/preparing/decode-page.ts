/** A page's bytes to its text: the encoding is told by its mark, by what the page says, or by what makes sense. */
import iconv from 'iconv-lite';
import { toSimplified } from './convert-script.ts';
import { isEverydayCharacter } from './gbk.ts';

/** A page's text and the encoding that it was in. */
export interface DecodedPage {
  readonly text: string;
  readonly encoding: string;
}

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
];

/** What a page may say that it is in; GBK and GB 2312 are parts of GB18030. */
const declarable = /^(?:gb|big5|shift|sjis|euc|iso-8859|windows-|koi8|utf-?8|ks_c)/u;
const declaration = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})/iu;
const declarationWithin = 4_096;

/** A text may have lost some characters: none is tried first, then one in so many. */
const charactersForOneLost = [Number.POSITIVE_INFINITY, 50];
const sampleLength = 20_000;

/** The text of a page, or null when no known encoding makes a text of its bytes. Never throws. */
export function decodePage(bytes: Uint8Array): DecodedPage | null {
  for (const rarity of charactersForOneLost) {
    for (const [encoding, accepts] of listCandidates(bytes)) {
      const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
      const lost = countLost(text);
      if ((lost === 0 || lost * rarity <= text.length) && accepts(text))
        return { text: text.replace(/^\uFEFF/u, ''), encoding };
    }
  }
  return null;
}

type Candidate = readonly [encoding: string, accepts: (text: string) => boolean];

function listCandidates(bytes: Uint8Array): readonly Candidate[] {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return [[marked[1], () => true]];
  if (bytes.subarray(0, sampleLength).includes(0)) {
    return [
      ['utf-16le', isOrdinaryText],
      ['utf-16be', isOrdinaryText],
    ];
  }
  const declared = readDeclaration(bytes);
  return [
    ...(declared === null ? [] : [[declared, () => true] as const]),
    ['utf-8', () => true],
    ['gb18030', isEverydayText],
    ['utf-16le', isEverydayText],
    ['utf-16be', isEverydayText],
    ['windows-1252', isLatinText],
  ];
}

function readDeclaration(bytes: Uint8Array): string | null {
  const head = iconv.decode(Buffer.from(bytes.subarray(0, declarationWithin)), 'latin1');
  const isMarkup = /<(?:meta|\?xml)\b/iu.test(head);
  const name = (isMarkup ? declaration.exec(head)?.[1] : null)?.toLowerCase();
  if (name === undefined || !declarable.test(name) || !iconv.encodingExists(name)) return null;
  return name.startsWith('gb') ? 'gb18030' : name;
}

/** Characters that no text has: lost ones, and controls that are no white space. */
function countLost(text: string): number {
  return count(text, /\uFFFD|[^\P{Cc}\s]/gu);
}

/** Text in characters that people write with: letters, marks of punctuation, digits; few private or unassigned ones. */
function isOrdinaryText(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  const ascii = count(sample, /[\t\n\r\x20-\x7E]/gu);
  const odd = count(sample, /[\p{Co}\p{Cn}\p{Cs}]/gu);
  return odd * 20 <= sample.length && (ascii * 50 >= sample.length || isEverydayText(text));
}

/** Mostly everyday characters of Chinese, where it is not ASCII: what a wrong guess never gives. */
function isEverydayText(text: string): boolean {
  const sample = [...toSimplified(text.slice(0, sampleLength))].filter((character) => character > '\u024F');
  const everyday = sample.filter((character) => isEverydayCharacter(character) || isWideMark(character));
  return sample.length > 0 && everyday.length >= 0.8 * sample.length;
}

function isWideMark(character: string): boolean {
  return /[\u2010-\u2027\u3000-\u30FF\uFF00-\uFF65]/u.test(character);
}

/** English or another language of western Europe: a few letters outside ASCII, each beside others. */
function isLatinText(text: string): boolean {
  const foreign = count(text, /\P{ASCII}/gu);
  const fitting = count(
    text,
    /(?<=[A-Za-z\s])[\u00C0-\u00FF]|[\u00C0-\u00FF](?=[A-Za-z\s])|[‘’“”–—…€£©°·«»¿¡ ]/gu,
  );
  return foreign * 8 <= text.length && fitting * 10 >= foreign * 9;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
