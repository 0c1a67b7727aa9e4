import { detectLanguage } from '../text/language.ts';

/** Languages that are told apart well enough to hold every statement to them. */
const toldApart = ['zh', 'en', 'ja', 'ko'];
/** Words that every English sentence has some of, and so many in another language's only by design. */
const englishWords = /\b(?:the|of|and|to|was|were|is|are|that|for|with|by|from|has|have|it)\b/giu;
const surelyEnglish = 3;

/** Whether a statement is in the language asked for (scripts of Chinese count as one), or may be: names and figures alone are. */
export function speaks(language: string, text: string): boolean {
  const wanted = baseOf(language);
  const found = baseOf(detectLanguage(text));
  if (found === wanted || found === 'und') return true;
  // A short Japanese statement may have no kana.
  if (toldApart.includes(wanted)) return wanted === 'ja' && found === 'zh';
  if (found === 'en') return (text.match(englishWords)?.length ?? 0) < surelyEnglish;
  return !toldApart.includes(found);
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
