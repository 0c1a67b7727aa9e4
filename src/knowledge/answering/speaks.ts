import { detectLanguage } from '../text/language.ts';

/** Languages that are told apart well enough to hold a draft to them. */
const toldApart = ['zh', 'en', 'ja', 'ko'];

/** Whether a statement is in the language asked for (scripts of Chinese count as one), or may be: names and figures alone are. */
export function speaks(language: string, text: string): boolean {
  const wanted = baseOf(language);
  if (!toldApart.includes(wanted)) return true;
  const found = baseOf(detectLanguage(text));
  // A short Japanese statement may have no kana.
  return found === wanted || found === 'und' || (wanted === 'ja' && found === 'zh');
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
