import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../../src/knowledge/answering/check-claims.ts';
import { loadArticle, shippedArticlePath } from '../../../src/knowledge/load-article.ts';
import { createLexicalRetriever } from '../../../src/knowledge/retrieval/lexical-retriever.ts';
import { splitSentences } from '../../../src/knowledge/text/sentences.ts';

const article = await loadArticle(shippedArticlePath);
const ports = { article, retriever: createLexicalRetriever(article) };

async function only(text: string) {
  const { claims } = await checkClaims(text, ports);
  expect(claims).toHaveLength(1);
  return claims[0];
}

describe('claims held against the article', () => {
  it('finds every sentence of the article supported, in its own paragraph', async () => {
    for (const [number, { text }] of article.paragraphs.entries()) {
      const sentences = number === 0 ? [] : splitSentences(text);
      for (const { start, end } of sentences)
        expect(await only(text.slice(start, end))).toMatchObject({
          verdict: 'supported',
          citation: { paragraph: number },
        });
    }
  });

  it.each([
    ['张家港派了34名骨干教师到沿河支教。', 6],
    ['張家港34名骨幹教師來沿河支教。', 6],
    ['沿河有186名创业致富带头人参加了培训，33人创业成功。', 8],
    ['34 backbone teachers from Zhangjiagang went to Yanhe to teach.', 6],
  ])('supports the paraphrase %s', async (claim, paragraph) => {
    expect(await only(claim)).toMatchObject({ verdict: 'supported', citation: { paragraph } });
  });

  it.each([
    ['43名张家港骨干教师来沿河支教。', { claimed: '43名', found: '34名' }],
    ['两地2016年3月正式建立协作对口帮扶关系。', { claimed: '2016年3月', found: '2017年3月' }],
    ['苏州职业大学定向录取214名沿河籍学生。', { claimed: '苏州', found: '沙洲' }],
    ['张家港没有派教师来沿河支教。', null],
    ['No teachers from Zhangjiagang went to Yanhe to teach.', null],
  ])('contradicts %s', async (claim, replacement) => {
    expect(await only(claim)).toMatchObject({ verdict: 'contradicted', replacement });
  });

  it('shows the number that it names, also where a translation joins two sentences', async () => {
    const claim = 'The two places put 65.94 million yuan into 36 key projects.';
    expect(await only(claim)).toMatchObject({
      verdict: 'contradicted',
      replacement: { claimed: '36', found: '63' },
      citation: { paragraph: 2, quote: expect.stringContaining('63个项目') },
    });
  });

  it.each([
    '今天天气很好。',
    '张家港建了三座新医院。',
    '34名张家港骨干教师来沿河支教，花费500万元。',
    '昆山市与沿河土家族自治县正式建立协作对口帮扶关系。',
    'The teachers from Zhangjiagang were paid very well.',
  ])('does not find %s', async (claim) => {
    expect(await only(claim)).toMatchObject({ verdict: 'not-in-article' });
  });

  it('checks ten at most, and says so of what it left out', async () => {
    const { claims, leftOut } = await checkClaims('今天天气很好。'.repeat(3000), ports);
    expect(claims).toHaveLength(10);
    expect(leftOut).toBe(true);
    await expect(checkClaims(' 🎉 真的吗？', ports)).rejects.toMatchObject({ code: 'claims-none' });
  });
});
