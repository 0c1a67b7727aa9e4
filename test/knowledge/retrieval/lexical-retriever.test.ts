import { describe, expect, it } from 'vitest';
import { toArticle } from '../../../src/knowledge/load-article.ts';
import {
  createLexicalRetriever,
  rankParagraphs,
} from '../../../src/knowledge/retrieval/lexical-retriever.ts';
import { scoreWeights } from '../../../src/knowledge/retrieval/score-weights.ts';
import { article } from '../answering/fixture.ts';
import { describeRetriever } from './retriever-contract.ts';

const retriever = createLexicalRetriever(article);
const plain = createLexicalRetriever({ ...article, enrichment: [] });

async function find(query: string, from = retriever): Promise<string[]> {
  const hits = await from.retrieve(query, { limit: 20 });
  return hits.map(({ passage }) => passage.id);
}

const fieldOf = async (query: string, from = plain) =>
  (await from.retrieve(query, { limit: 1 }))[0]?.passage.field;

describeRetriever('createLexicalRetriever', async (of) => createLexicalRetriever(of));

describe('createLexicalRetriever', () => {
  it.each([
    ['累计投入多少资金？', '1-2'],
    ['選派了幾名校長跟崗？', '2-1'],
    ['远程会诊开通了吗', '3-1'],
    ['谁说健康是最大的财富？', '3-2'],
    ['3200万元', '1-2'],
    ['three thousand two hundred ten-thousands: 32,000,000', '1-2'],
    ['二十六名教师', '2-1'],
    ['９０％', '3-2'],
  ])('finds the passage for %s by its own words', async (query, id) => {
    expect((await find(query, plain))[0]).toBe(id);
  });

  it.each([
    ['How many teachers came to teach?', '2-1'],
    ['Did they build hospitals?', '3-1'],
    ['花了多少钱？', '1-2'],
    ['새 병원이 지어졌나요?', '3-1'],
  ])('finds the passage for %s by what is kept beside it', async (query, id) => {
    expect((await find(query))[0]).toBe(id);
    expect((await find(query, plain))[0]).not.toBe(id);
  });

  it('puts the passage first of which the very question is known', async () => {
    const [first, second] = await retriever.retrieve('投入了多少資金', { limit: 2 });
    expect(first?.passage.id).toBe('1-2');
    expect(first?.score).toBeGreaterThan(1.5 * (second?.score ?? 0));
  });

  it.each([
    ['这篇文章的作者是谁？', 'author'],
    ['誰寫的？', 'author'],
    ['林远是谁', 'author'],
    ['Who is the author?', 'author'],
    ['文章题目叫什么？', 'title'],
    ['《山海结对的故事》发表在哪个刊物？', 'journal'],
    ['When was it published?', 'publishedAt'],
    ['关键词', 'keywords'],
    ['全文有几个小标题？', 'headings'],
  ])('finds the field that %s asks for', async (query, field) => {
    expect(await fieldOf(query)).toBe(field);
  });

  it.each([
    '临海市给青石县派了多少教师？',
    '作者认为健康是什么？',
    '山海结对的故事里有多少农户受益？',
    '哪一部分资金支持了项目？',
    '携手同行的教师有多少名？',
  ])('does not take %s for a question about a field', async (query) => {
    expect(await fieldOf(query)).toBeNull();
  });

  it('tells by which terms a passage was found, in which field, the most telling first', async () => {
    const [hit] = await retriever.retrieve('教师 teachers', { limit: 1 });
    expect(hit?.terms).toContainEqual({ term: '教师', field: 'text', score: expect.any(Number) });
    expect(hit?.terms).toContainEqual({ term: 'teacher', field: 'gloss', score: expect.any(Number) });
    const scores = hit?.terms.map(({ score }) => score) ?? [];
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  it('shows parts that add up to the score', async () => {
    for (const query of [
      '青石县有多少教师',
      '作者是谁',
      'How many teachers came?',
      '投入了多少資金',
      'hospital',
    ]) {
      for (const { score, parts = [] } of await retriever.retrieve(query, { limit: 20 })) {
        expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 4);
        expect(parts.some((part) => part.score === 0)).toBe(false);
      }
    }
  });

  it('tells by which label a field was found', async () => {
    const [hit] = await plain.retrieve('作者是谁', { limit: 1 });
    expect(hit?.terms[0]).toMatchObject({ term: 'author', field: 'label' });
  });

  it('leaves out what a weight of 0 turns off', async () => {
    const without = createLexicalRetriever(article, {
      weights: { ...scoreWeights, gloss: 0, aliases: 0, questions: 0, likeness: 0 },
    });
    expect((await find('hospital', retriever))[0]).toBe('3-1');
    expect(await find('hospital', without)).toEqual([]);
  });

  it('gives passages that score alike in the order of the article', async () => {
    const texts = ['戊己庚辛', '甲乙丙丁', '戊己庚辛', '甲乙丙丁', '戊己庚辛'];
    const twins = createLexicalRetriever(
      toArticle({
        ...article,
        enrichment: [],
        headings: [],
        paragraphs: texts.map((text, index) => ({ number: index + 1, heading: null, text })),
        passages: texts.map((_, index) => ({ id: `${index + 1}-1`, paragraph: index + 1, start: 0, end: 4 })),
      }),
    );
    expect(await find('甲乙', twins)).toEqual(['2-1', '4-1']);
  });
});

describe('rankParagraphs', () => {
  it('names each paragraph once, where its best passage stands', async () => {
    const hits = await retriever.retrieve('临海市 教师 健康是最大的财富', { limit: 20 });
    const ranked = rankParagraphs(hits);
    expect(new Set(ranked).size).toBe(ranked.length);
    expect(ranked[0]).toBe(hits[0]?.passage.paragraph);
    expect([...ranked].sort()).toEqual([0, 1, 2, 3]);
  });

  it('has none for no hits', () => {
    expect(rankParagraphs([])).toEqual([]);
  });
});
