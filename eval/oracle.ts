/** A model that knows the right answers to an evaluation's questions, and gives them where it is shown them. */
import type { EvalQuestion } from '../src/cli/read-questions.ts';
import { makeSkeleton } from '../src/knowledge/answering/grounding/skeleton.ts';
import type { Article, Passage } from '../src/knowledge/article.ts';
import { findGloss } from '../src/knowledge/find-gloss.ts';
import { splitSentences } from '../src/knowledge/text/sentences.ts';
import type { ModelRequest } from '../test/model-server/model-request.ts';
import { type Draft, readDraftData, trueReply } from '../test/model-server/oracle.ts';

/** A sentence of a passage shown, and what of the right answer it has, in the words of the question's language. */
interface Finding {
  readonly number: number;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/**
 * Makes an oracle of these questions. Whatever is asked besides it answers as the loopback model does; so it plans
 * follow-ups. It writes Chinese as the article does, English as the article's gloss does, and of other languages one
 * frame and the answer itself.
 */
export function createOracle(
  questions: readonly EvalQuestion[],
  article: Article,
): (request: ModelRequest) => string {
  const known = Map.groupBy(questions, ({ question }) => question.trim());
  return (request) => {
    const data = readDraftData(request);
    // The same words may be asked without a history too, where they are unclear: that never comes to a model.
    const asked =
      data === null ? undefined : known.get(data.question)?.find(({ group }) => group !== 'unclear');
    if (data === null || asked === undefined) return trueReply(request);
    return JSON.stringify(draftRight(asked, data, article));
  };
}

/** The right answer to a question, as far as the passages shown have it. */
export function draftRight(
  asked: EvalQuestion,
  data: {
    readonly passages: readonly { readonly passage: number; readonly text: string }[];
    readonly language: string;
  },
  article: Article,
): Draft {
  if (asked.unanswerable === true)
    return {
      outcome: asked.group === 'off-topic' || asked.group === 'injection' ? 'off-topic' : 'not-in-article',
      statements: [],
    };
  const shown = data.passages.flatMap(({ passage: number, text }) => {
    const passage = article.passages.find(
      (each) => each.text === text && asked.paragraphs?.includes(each.paragraph),
    );
    return passage === undefined ? [] : [{ number, passage }];
  });
  const wanted = (asked.answers ?? asked.expect ?? []).map((answer) => [answer].flat());
  const found = wanted.map((spellings) => find(spellings, shown));
  const findings = merge(found.flatMap((finding) => finding ?? []));
  if (findings.length === 0) return { outcome: 'not-in-article', statements: [] };
  return {
    outcome: found.includes(null) ? 'partly' : 'answered',
    statements: findings.map((finding) => ({
      text: say(finding, data.language, article),
      citations: [{ passage: finding.number, quote: textAt(finding) }],
    })),
  };
}

/** The first sentence that has the answer in one of its spellings; the whole passage where none alone has it. */
function find(
  spellings: readonly string[],
  shown: readonly { readonly number: number; readonly passage: Passage }[],
): Finding | null {
  const has = (text: string) =>
    spellings.some((spelling) => makeSkeleton(text).text.includes(makeSkeleton(spelling).text));
  const words = spellings.slice(-1);
  for (const { number, passage } of shown) {
    const whole = { start: 0, end: passage.text.length };
    const range = [...splitSentences(passage.text), whole].find(({ start, end }) =>
      has(passage.text.slice(start, end)),
    );
    if (range !== undefined) return { number, passage, start: range.start, end: range.end, words };
  }
  return null;
}

/** Each sentence once, with all that it has. */
function merge(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.number} ${finding.start}`;
    merged.set(key, { ...finding, words: [...(merged.get(key)?.words ?? []), ...finding.words] });
  }
  return [...merged.values()];
}

function textAt({ passage, start, end }: Finding): string {
  return passage.text.slice(start, end).trim();
}

/** How a language says that the article has these words. */
const frames: Readonly<Record<string, (words: string) => string>> = {
  ja: (words) => `記事によると、答えは${words}です。`,
  ko: (words) => `기사에 따르면 답은 ${words}입니다.`,
  fr: (words) => `Selon l’article, la réponse est ${words}.`,
  de: (words) => `Laut dem Artikel lautet die Antwort ${words}.`,
  es: (words) => `Según el artículo, la respuesta es ${words}.`,
  pt: (words) => `Segundo o artigo, a resposta é ${words}.`,
  it: (words) => `Secondo l’articolo, la risposta è ${words}.`,
  ru: (words) => `В статье сказано, что ответ: ${words}.`,
};

function say(finding: Finding, language: string, article: Article): string {
  const tag = language.split('-')[0] ?? language;
  if (tag === 'zh') return textAt(finding);
  const { passage, start, end, words } = finding;
  const frame = frames[tag];
  if (frame !== undefined) return frame(words.join(', '));
  const place = {
    paragraph: passage.paragraph,
    start: passage.start + start,
    end: passage.start + end,
  };
  return findGloss(article, place, 'en') ?? `The article says: ${words.join(', ')}.`;
}
