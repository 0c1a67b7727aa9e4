/** Lower case, and every digit of any script or style as ASCII, with the offset of each unit in the original. */
export function foldDigits(text: string): { folded: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    // Han characters are most of a Chinese text, and nothing here changes them.
    if (code >= 0x4e00 && code <= 0x9fff) {
      offsets.push(index);
      folded += text[index];
      index += 1;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const next = foldCharacter(character, folded.at(-1) ?? '', text[index + character.length] ?? '');
    for (let unit = 0; unit < next.length; unit += 1) offsets.push(index);
    folded += next;
    index += character.length;
  }
  offsets.push(text.length);
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
