import type { ShownText } from './shown-text.ts';
import { makeSkeleton } from './skeleton.ts';

const quotations =
  /“([^“”]+)”|‘([^‘’]+)’|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»|(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])"([^"]+)"/gu;

/**
 * Words in quotation marks must be the article's. Those that are not lose their marks where the statement is in
 * another language (they are a translation); in the article's own language the statement is given back as `null`.
 */
export function checkQuotations(
  text: string,
  shown: ShownText,
): { readonly text: string | null; readonly changed: boolean } {
  let paraphrased = false;
  const checked = text.replace(quotations, (whole, ...groups: (string | undefined)[]) => {
    const words = groups.slice(0, 6).find((group) => group !== undefined) ?? '';
    const skeleton = makeSkeleton(words).text;
    if (skeleton === '' || shown.runs.some((run) => run.skeleton.text.includes(skeleton))) return whole;
    if (!isInOtherLanguage(words, shown)) paraphrased = true;
    return words;
  });
  return { text: paraphrased ? null : checked, changed: checked !== text };
}

function isInOtherLanguage(words: string, shown: ShownText): boolean {
  const chinese = shown.article.language.startsWith('zh');
  const han =
    /^[^\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]*\p{Script=Han}[^\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]*$/u;
  return chinese
    ? !han.test(words)
    : /\p{Script=Han}|\p{Script=Hangul}/u.test(words) !== /^(?:ja|ko)/.test(shown.article.language);
}
