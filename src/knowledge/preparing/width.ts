/** How much text there is: a wide character counts 1, any other 0.4, so that limits mean the same in every script. */
export function measureWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u11FF\u2E80-\uFFEF]|[\u{20000}-\u{3FFFF}]/u.test(character) ? 1 : 0.4;
  return width;
}
