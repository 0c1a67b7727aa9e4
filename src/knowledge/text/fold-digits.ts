/** Which UTF-16 units stay as they are: 1, and 2 for those that may not; filled in as they are met. */
const kinds = new Uint8Array(0x1_0000);
const stays = 1;
const mayChange = 2;

function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  const isHan = code >= 0x4e00 && code <= 0x9fff;
  const isHalf = code >= 0xd800 && code < 0xe000;
  const isKept = isHan || (!isHalf && foldCharacter(character, '', '') === character);
  kinds[code] = isKept ? stays : mayChange;
  return kinds[code] ?? mayChange;
}

/**
 * Lower case, and every digit of any script or style as ASCII, with the offset of each unit in the original; null
 * where each stands where it stood.
 */
export function foldDigits(text: string): { folded: string; offsets: readonly number[] | null } {
  let folded = '';
  let offsets: number[] | null = null;
  let copied = 0;
  const copy = (end: number): void => {
    if (end === copied) return;
    folded += text.slice(copied, end);
    if (offsets !== null) for (let unit = copied; unit < end; unit += 1) offsets.push(unit);
    copied = end;
  };
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if ((kinds[code] || kindOf(code)) === stays) {
      index += 1;
      continue;
    }
    copy(index);
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const next = foldCharacter(character, folded.at(-1) ?? '', text[index + character.length] ?? '');
    if (next.length !== character.length)
      offsets ??= Array.from({ length: folded.length }, (_, unit) => unit);
    if (offsets !== null) for (let unit = 0; unit < next.length; unit += 1) offsets.push(index);
    folded += next;
    index += character.length;
    copied = index;
  }
  copy(index);
  offsets?.push(text.length);
  return { folded, offsets };
}

function foldCharacter(character: string, before: string, after: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character.toLowerCase();
  if ('，、；：'.includes(character)) return character;
  if ('\u00a0\u2009\u202f'.includes(character)) return /\d/.test(before) && /\d/.test(after) ? ',' : ' ';
  if ('–—−‐‑'.includes(character)) return '-';
  const plain = character.normalize('NFKC').toLowerCase();
  if (!/^\p{Nd}$/u.test(plain) || /^\d$/.test(plain)) return plain;
  const digit = plain.codePointAt(0) ?? 0;
  for (let value = 0; value < 10; value += 1) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(digit - value - 1))) return String(value);
  }
  return plain;
}
