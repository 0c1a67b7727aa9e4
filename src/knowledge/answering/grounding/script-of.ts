/** The script that most of a text is in: kana where Japanese is likelier than Chinese. */
export function scriptOf(text: string): 'han' | 'kana' | 'hangul' | 'latin' | 'other' {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const latin = count(/\p{Script=Latin}/gu) / 3;
  const most = Math.max(kana + han, hangul, latin);
  if (most === 0) return 'other';
  if (most === hangul) return 'hangul';
  if (most === latin) return 'latin';
  return kana > 2 && kana * 8 >= han ? 'kana' : 'han';
}
