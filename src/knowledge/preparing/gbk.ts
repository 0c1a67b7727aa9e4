/** GBK, the encoding that the pages of Chinese journals were damaged in, character by character. */
import iconv from 'iconv-lite';

/** The two bytes of a character in GBK, or null where it has no two. Private-use characters have theirs. */
export function encodeGbk(character: string): readonly [number, number] | null {
  const [lead, trail, ...more] = iconv.encode(character, 'gbk');
  return lead === undefined || trail === undefined || more.length > 0 ? null : [lead, trail];
}

/** The character that two bytes are in GBK, or null where they are none; a private one is none that anybody wrote. */
export function decodeGbk(lead: number, trail: number): string | null {
  if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail > 0xfe || trail === 0x7f) return null;
  const text = iconv.decode(Buffer.from([lead, trail]), 'gbk');
  return /^[^\p{Co}\uFFFD]$/u.test(text) ? text : null;
}

/** True for one of the 3,755 everyday characters of simplified Chinese (GB 2312, level 1). */
export function isEverydayCharacter(character: string): boolean {
  const bytes = encodeGbk(character);
  return bytes !== null && bytes[0] >= 0xb0 && bytes[0] <= 0xd7 && bytes[1] >= 0xa1;
}
