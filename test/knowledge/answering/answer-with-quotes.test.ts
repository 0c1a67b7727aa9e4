/** What is quoted from an article that has nothing kept beside it. */
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/knowledge/answering/answer-question.ts';
import { createExtractiveGenerator } from '../../../src/knowledge/answering/extractive-generator.ts';
import { createLexicalRetriever } from '../../../src/knowledge/retrieval/lexical-retriever.ts';
import { articleOf } from './fixture.ts';

const notice = articleOf([
  ['雾江船舶陈列馆是全省首家内河木船专题馆，1998年10月建成。馆内收藏木船模型320件。'],
  ['修缮工程总投资2400万元，其中省级财政拨款900万元。更换恒湿展柜58个。'],
  [
    '2024年5月18日，陈列馆重新开放。新设三个展区：“江上人家”讲船民生活，“一张船票”讲客运历史，“造船匠”演示捻缝工艺。',
  ],
  ['门票20元。陈列馆开设“小船匠”研学班，118名航运带头人结业。建立省、市、县三级财政保障机制。'],
  ['统筹三级财政，保障运行。陈列馆12个展柜与8所学校结对。馆里的领导来自文旅局。'],
]);
const firm = articleOf([
  ['Ada Pell founded the firm. The firm opened its mill on the river.'],
  ['The mill opened in March 1911 with 240 workers. Because the boiler burned oil, it was replaced.'],
  ['A contract with the hotels was worth £2.4 million. The firm repaid £600,000 of a loan.'],
]);

async function quotesOf(article: typeof notice, question: string) {
  const generator = createExtractiveGenerator(article);
  const { outcome, statements } = await answerQuestion(
    { question, history: [], length: 'normal' },
    {
      article,
      retriever: createLexicalRetriever(article),
      generator,
      fallback: generator,
      planner: null,
      signal: new AbortController().signal,
    },
  );
  return { outcome, text: statements.map(({ text }) => text).join('\n') };
}

describe('an answer by quotes', () => {
  it.each([
    ['the members beside their count', '三级财政是哪三级？', ['省、市、县']],
    ['members that are names', '三个展区是哪三个？', ['江上人家']],
    ['the other side of a pairing', '12个展柜和哪些学校结对？', ['8所学校']],
    ['what a class is called, though it is of people', '带头人研学班叫什么？', ['小船匠']],
    ['what is special', '陈列馆有什么特别的地方？', ['首家']],
    ['every amount', '把所有金额都列出来', ['2400万元', '20元']],
    ['each member that is named', '把江上人家、小船匠、恒湿展柜都说一遍', ['船民生活', '研学班', '58个']],
  ])('gives %s', async (_, question, expected) => {
    const { text } = await quotesOf(notice, question);
    for (const each of expected) expect(text).toContain(each);
  });

  it.each([
    ['the date', 'When did the mill open?', ['March 1911']],
    ['a cause that begins the sentence', 'Why was the boiler replaced?', ['burned oil']],
    ['pounds', 'How much was the contract worth?', ['£2.4 million']],
    ['what a slip of the keyboard asks for', 'How many worekrs did the mill have?', ['240 workers']],
    ['all amounts', 'List every amount of money', ['£2.4 million', '£600,000']],
  ])('gives %s in English', async (_, question, expected) => {
    const { text } = await quotesOf(firm, question);
    for (const each of expected) expect(text).toContain(each);
  });

  it('takes no dateless sentence before one with the date', async () => {
    const { text } = await quotesOf(firm, 'When did the firm open its mill?');
    expect(text.split('\n')).toContain('The mill opened in March 1911 with 240 workers.');
  });

  it('takes an office for nobody who holds a post', async () => {
    expect(await quotesOf(notice, '谁是文旅局局长？')).toMatchObject({ outcome: 'not-in-article' });
  });
});
