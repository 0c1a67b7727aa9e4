import { isSimplifiedOnly, isTraditionalOnly } from './chinese-scripts.ts';
import { guessByFunctionWords } from './function-words.ts';

/** More than this tells nothing new about a text's language. */
const lookedAt = 4_000;

/** Scripts that one language has to itself, or nearly. */
const languagesByScript: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Devanagari}/u, 'hi'],
];

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function chineseScript(text: string): string {
  let balance = 0;
  for (const character of text) {
    if (isTraditionalOnly(character)) balance += 1;
    else if (isSimplifiedOnly(character)) balance -= 1;
  }
  return balance > 0 ? 'zh-TW' : 'zh-CN';
}

/** Chinese writers use の for its looks, in place of 的. */
function isChineseWithNo(text: string): boolean {
  return (
    !/(?!の)[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) && /[的是吗嗎呢么麼这這们們]/u.test(text)
  );
}

/**
 * The language of a text as a BCP 47 tag: `zh-CN`, `zh-TW`, `ja`, `ko`, `en`, another one, or `und` for a text
 * without letters. Chinese without a character of one script only is `zh-CN`; Latin letters without a known word
 * are `en`. A few foreign words do not change a text's language.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, lookedAt).normalize('NFKC');
  const words =
    sample.toLowerCase().match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{M}]+(?:['’][\p{Script=Latin}]+)*/gu) ??
    [];
  const kana = count(isChineseWithNo(sample) ? '' : sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  const hangul = count(sample, /\p{Script=Hangul}/gu);
  const guess = guessByFunctionWords(words);
  // A question in English may name somebody in Chinese; one in Chinese may hold a name in English.
  const weightOfWords = words.length + 2 * (guess?.count ?? 0);
  if (han + kana + hangul > 0 && han + kana + hangul >= weightOfWords) {
    if (hangul * 2 > han + kana) return 'ko';
    return kana > 0 && kana * 8 >= han ? 'ja' : chineseScript(sample);
  }
  if (guess !== null) return guess.language;
  const other = languagesByScript.find(([script]) => script.test(sample));
  if (other !== undefined) return other[1];
  if (words.length > 0) return /\p{Script=Cyrillic}/u.test(sample) ? 'ru' : 'en';
  return han + kana + hangul > 0 ? chineseScript(sample) : 'und';
}
