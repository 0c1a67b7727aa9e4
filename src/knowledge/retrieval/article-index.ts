/** What is indexed of one article: its passages, and what is kept beside each to help finding it, as groups of one index. */
import type { Article, Enrichment } from '../article.ts';
import { type IndexData, type IndexedText, indexTexts } from './index-data.ts';
import { lowerBound, readKeys, weightScale } from './postings.ts';
import { buildQuestionIndex, type QuestionIndex } from './question-index.ts';

/** The kinds of text that a passage is found by; each is a group with one text a passage. */
export const passageFields = ['text', 'paragraph', 'heading', 'gloss', 'aliases', 'questions'] as const;
export type PassageField = (typeof passageFields)[number];

/** The group of the questions one by one: each one's id is the number of its passage. */
const singleQuestions = 'question';

/** Reads and indexes all that is searched of an article. */
export function indexArticle({ passages, paragraphs, enrichment }: Article): IndexData {
  const beside = new Map(enrichment.map((entry) => [entry.passage, entry]));
  const questionsOf = ({ questions }: Enrichment): string[] => Object.values(questions).flat();
  const texts: Record<PassageField, (number: number) => string> = {
    text: (number) => passages[number]?.text ?? '',
    paragraph: (number) => {
      const passage = passages[number];
      return (passage?.field === null ? paragraphs[passage.paragraph]?.text : passage?.text) ?? '';
    },
    heading: (number) => paragraphs[passages[number]?.paragraph ?? 0]?.heading ?? '',
    gloss: (number) => entryOf(number)?.gloss ?? '',
    aliases: (number) => entryOf(number)?.aliases.join('\n') ?? '',
    questions: (number) => {
      const entry = entryOf(number);
      return entry === undefined ? '' : questionsOf(entry).join('\n');
    },
  };
  const entryOf = (number: number): Enrichment | undefined => beside.get(passages[number]?.id ?? '');
  const indexed: IndexedText[] = passageFields.flatMap((group) =>
    passages.map((_, number) => ({ id: String(number), text: texts[group](number), group })),
  );
  passages.forEach((_, number) => {
    const entry = entryOf(number);
    if (entry === undefined) return;
    for (const text of questionsOf(entry)) indexed.push({ id: String(number), text, group: singleQuestions });
  });
  return indexTexts(indexed);
}

/** One article's index opened for searching. Passages are known by their number in the article. */
export interface ArticleIndex {
  readonly data: IndexData;
  readonly questions: QuestionIndex<number>;
  /** The keys that stand in the article's own fields, as signed numbers, which sets and maps hold without a box. */
  readonly inFields: ReadonlySet<number>;
  /** Where a field's texts begin in the index; one a passage. */
  startOf(field: PassageField): number;
  /** What a key adds to one text's score, for a rarity and weight of 1. */
  weightOf(key: number, text: number): number;
}

/** Opens an index that was made of this article. */
export function openArticleIndex(article: Article, data: IndexData): ArticleIndex {
  const startOf = (group: string): number => data.groupStarts[data.groups.indexOf(group)] ?? data.ids.length;
  const keysOf = (text: number): number[] =>
    Array.from(readKeys(data.units, data.unitStarts[text], data.unitStarts[text + 1]), (key) => key | 0);
  const questionKeys: number[][][] = article.passages.map(() => []);
  if (data.groups.includes(singleQuestions)) {
    for (let text = startOf(singleQuestions); text < data.ids.length; text += 1) {
      questionKeys[Number(data.ids[text])]?.push(keysOf(text));
    }
  }
  const first = startOf('text');
  return {
    data,
    questions: buildQuestionIndex(questionKeys),
    inFields: new Set(
      article.passages.flatMap(({ field }, number) => (field === null ? [] : keysOf(first + number))),
    ),
    startOf,
    weightOf(key, text) {
      const term = lowerBound(data.keys, key);
      if (data.keys[term] !== key) return 0;
      const after = data.starts[term + 1] ?? 0;
      const posting = lowerBound(data.documents, text, data.starts[term] ?? 0, after);
      return posting < after && data.documents[posting] === text
        ? (data.weights[posting] ?? 0) / weightScale
        : 0;
    },
  };
}
