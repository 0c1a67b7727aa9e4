import type { Article } from '../article.ts';
import { removeQuestionWords } from '../retrieval/question-phrases.ts';
import type { Hit } from '../retrieval/retriever.ts';
import { foldText } from '../text/fold.ts';
import type { Turn } from './answer.ts';
import { contentWords, toSearchable } from './content-words.ts';
import { repeatsPrompt } from './grounding/prompt-leak.ts';
import { sanitise } from './sanitise.ts';

const longestQuery = 500;
/** Of its words, so much must have been asked, said before, or stand where it leads; a translation has words of its own. */
const leastKnown = 0.5;

/**
 * A model's query, harmless to show, on one line. Null where it is none that the question could mean: most of it was
 * neither asked nor said before, and stands in nothing that it finds (`hits`), so the model said something of its own.
 */
export function checkPlan(
  query: string,
  {
    question,
    history,
    article,
    hits,
  }: {
    readonly question: string;
    readonly history: readonly Turn[];
    readonly article: Article;
    readonly hits: readonly Hit[];
  },
): string | null {
  const plain = sanitise(query.slice(0, longestQuery), article.sourceUrl).replace(/\s+/gu, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(plain) || repeatsPrompt(plain)) return null;
  const words = contentWords(removeQuestionWords(foldText(plain).text));
  const found = new Set(hits.map(({ passage }) => passage.id));
  const known = toSearchable(
    [
      question,
      ...history.map(({ content }) => content),
      ...hits.map(({ passage }) => passage.text),
      ...article.enrichment
        .filter(({ passage }) => found.has(passage))
        .flatMap(({ gloss, aliases, questions }) => [
          gloss ?? '',
          ...aliases,
          ...Object.values(questions).flat(),
        ]),
    ].join('\n'),
  );
  const length = words.reduce((sum, word) => sum + word.length, 0);
  const shared = words.reduce((sum, word) => sum + word.length * known.shareOf(word), 0);
  return shared >= leastKnown * length ? plain : null;
}
