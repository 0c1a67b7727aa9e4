/** Which language a question is to be answered in, where its words alone do not tell. */
import { isSimplifiedOnly } from '../knowledge/text/chinese-scripts.ts';
import { detectLanguage } from '../knowledge/text/language.ts';
import { localeOf } from '../locales/translator.ts';

/**
 * The language of a question as a BCP 47 tag; `known` (the member's Discord language, or the server's) where it has no
 * words, and for Chinese of characters that both ways of writing share.
 */
export function languageOfQuestion(question: string, known: string): string {
  const language = detectLanguage(question);
  if (language === 'und') return known;
  const isShared = language === 'zh-CN' && ![...question].some(isSimplifiedOnly);
  return isShared && localeOf(known) === 'zh-TW' ? 'zh-TW' : language;
}
