/** Corrects slips of the keyboard in English words: teachrs to teachers, where the article knows only the one. */
import type { Article } from '../article.ts';
import { stemWord } from '../text/tokenise.ts';

/** Shorter words are too near to others. */
const shortest = 6;
const latinWord = /[\p{Script=Latin}]+/gu;
const word = new RegExp(`(?<![\\p{L}\\p{N}])[a-z]{${shortest},}(?![\\p{L}\\p{N}])`, 'gu');

interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

/** Made once for each article. */
const vocabularies = new WeakMap<Article, Vocabulary>();

/**
 * A question with each lower-case word of six letters or more that neither the article nor what is kept beside it has
 * replaced by the one word there that differs by a letter left out, put in twice or swapped. As it is where none does.
 */
export function correctTypos(question: string, article: Article): string {
  if (!/[a-z]{6}/u.test(question)) return question;
  const { words, stems } = vocabularyOf(article);
  return question.replace(word, (typed) => {
    if (stems.has(stemWord(typed))) return typed;
    const meant = [...words].filter((known) => isSlip(typed, known));
    const [only] = meant;
    return only !== undefined && new Set(meant.map(stemWord)).size === 1 ? only : typed;
  });
}

function vocabularyOf(article: Article): Vocabulary {
  const known = vocabularies.get(article);
  if (known !== undefined) return known;
  const beside = article.enrichment.flatMap(({ gloss, aliases, questions }) => [
    gloss ?? '',
    ...aliases,
    ...Object.values(questions).flat(),
  ]);
  const text = [...article.passages.map((passage) => passage.text), ...beside].join('\n').toLowerCase();
  const words = new Set(text.match(latinWord) ?? []);
  const vocabulary = { words, stems: new Set([...words].map(stemWord)) };
  vocabularies.set(article, vocabulary);
  return vocabulary;
}

/** Whether one letter too few, one too many, or two neighbours swapped make one word of the other. */
function isSlip(typed: string, known: string): boolean {
  if (typed[0] !== known[0] || Math.abs(typed.length - known.length) > 1 || known.length < shortest)
    return false;
  let at = 0;
  while (at < typed.length && typed[at] === known[at]) at += 1;
  if (typed.length < known.length) return typed.slice(at) === known.slice(at + 1);
  if (typed.length > known.length) return typed.slice(at + 1) === known.slice(at);
  return (
    typed[at] === known[at + 1] && typed[at + 1] === known[at] && typed.slice(at + 2) === known.slice(at + 2)
  );
}
