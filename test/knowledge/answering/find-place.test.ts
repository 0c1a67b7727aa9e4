import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/knowledge/answering/answer-question.ts';
import { createExtractiveGenerator } from '../../../src/knowledge/answering/extractive-generator.ts';
import { findPlace } from '../../../src/knowledge/answering/find-place.ts';
import { loadArticle, shippedArticlePath } from '../../../src/knowledge/load-article.ts';
import { createLexicalRetriever } from '../../../src/knowledge/retrieval/lexical-retriever.ts';
import { sectionName, sectionsOf } from '../../../src/knowledge/sections.ts';

const article = await loadArticle(shippedArticlePath);
const headings = sectionsOf(article).flatMap(({ heading }) => (heading === null ? [] : [heading]));

const generator = createExtractiveGenerator(article);
const retriever = createLexicalRetriever(article);

function answerWithQuotes(question: string) {
  return answerQuestion(
    { question, history: [], length: 'normal' },
    {
      article,
      retriever,
      generator,
      fallback: generator,
      planner: null,
      signal: new AbortController().signal,
    },
  );
}

describe('a question what a part says', () => {
  it.each([
    '¶7 讲了什么？',
    '第7段讲了什么？',
    '第七段講了什麼？',
    '第七自然段的主要内容是什么',
    'What does ¶7 say?',
    'Please summarise paragraph 7.',
    '第7段落には何が書かれていますか？',
    '7번째 문단은 무슨 내용인가요?',
    'Que dit le paragraphe 7 ?',
    'Was steht in Absatz 7?',
    '¿Qué dice el párrafo 7?',
    'O que diz o parágrafo 7?',
  ])('names its paragraph: %s', (question) => {
    expect(findPlace(question, article)?.paragraphs).toEqual([7]);
  });

  it.each(headings)('names its section by the heading: %s', (heading) => {
    const expected = sectionsOf(article)
      .find((section) => section.heading === heading)
      ?.paragraphs.map(({ number }) => number);
    for (const name of [heading, sectionName(heading)])
      for (const question of [
        `“${name}”这一部分说了什么？`,
        `What does the section “${name}” say?`,
        `「${name}」の節には何が書かれていますか？`,
      ])
        expect(findPlace(question, article)?.paragraphs).toEqual(expected);
  });

  it.each(['第11段提到了多少人？', 'How many people are in paragraph 11?', '攻坚战怎么打？', '7', ''])(
    'is not one that asks for something in it: %s',
    (question) => expect(findPlace(question, article)).toBeNull(),
  );

  it('throws on no text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void findPlace(text, article)));
  });

  it('is answered by quotes of that paragraph alone', async () => {
    const answer = await answerWithQuotes('¶7 讲了什么？');
    expect(answer.outcome).toBe('answered');
    expect(new Set(answer.citations.map(({ paragraph }) => paragraph))).toEqual(new Set([7]));
  });

  it('is answered by quotes from each paragraph of a section', async () => {
    const answer = await answerWithQuotes(`“${sectionName(headings.at(-1) ?? '')}”这一部分说了什么？`);
    expect(answer.citations.map(({ paragraph }) => paragraph)).toEqual([9, 10, 11, 12]);
  });

  it('has no answer where there is no such paragraph', async () => {
    expect((await answerWithQuotes('第99段讲了什么？')).outcome).toBe('not-in-article');
  });
});
