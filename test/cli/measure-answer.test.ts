import { describe, expect, it } from 'vitest';
import { createMeasure, type Measures } from '../../src/cli/measure-answer.ts';
import { answerQuestion } from '../../src/knowledge/answering/answer-question.ts';
import { createExtractiveGenerator } from '../../src/knowledge/answering/extractive-generator.ts';
import { article, retriever, scripted } from '../knowledge/answering/fixture.ts';

const measure = createMeasure(article);
const fallback = createExtractiveGenerator(article);

interface Said {
  readonly text: string;
  readonly quotes: readonly string[];
}

async function measured(question: string, statements: readonly Said[]): Promise<Measures> {
  const draft = {
    outcome: 'answered' as const,
    statements: statements.map(({ text, quotes }) => () => ({
      text,
      citations: quotes.map((quote) => ({ passage: 1, quote })),
    })),
  };
  const answer = await answerQuestion(
    { question, history: [], length: 'normal' },
    {
      article,
      retriever,
      fallback,
      generator: scripted([draft, draft]),
      planner: null,
      signal: new AbortController().signal,
    },
  );
  return measure(question, answer);
}

const both = '临海市派出26名教师到青石县任教，青石县选派15名校长到临海市跟岗学习。';
const teachers = '临海市派出26名教师到青石县任教';
const money = '临海市累计投入资金3200万元，支持45个项目';
const hospital = '医疗方面没有建成新的医院';

describe('citation recall and precision', () => {
  it('count a citation as irrelevant that proves nothing where another proves all', async () => {
    const { citations } = await measured('教师和医院的情况如何？', [
      { text: `${teachers}。`, quotes: [teachers, hospital] },
    ]);
    expect(citations.shown).toEqual({ statements: 1, supported: 1, citations: 2, precise: 1 });
    expect(citations.drafted).toEqual(citations.shown);
  });

  it('count citations as precise that prove a statement only together', async () => {
    const { citations } = await measured('投入了多少资金，派出多少教师？', [
      {
        text: '临海市累计投入资金3200万元，派出26名教师到青石县任教。',
        quotes: [money, teachers],
      },
    ]);
    expect(citations.shown).toEqual({ statements: 1, supported: 1, citations: 2, precise: 2 });
  });

  it('have what was dropped in the draft alone', async () => {
    const { citations } = await measured('派出多少教师？', [
      { text: both, quotes: [both] },
      { text: '临海市派出62名教师到青石县任教。', quotes: [teachers] },
      { text: '临海市派出26名教师。', quotes: ['临海市一共派来教师二十六名之多'] },
    ]);
    expect(citations.shown).toEqual({ statements: 1, supported: 1, citations: 1, precise: 1 });
    expect(citations.drafted).toEqual({ statements: 3, supported: 1, citations: 3, precise: 1 });
  });

  it('count a statement as unsupported of which a sentence was taken away', async () => {
    const { citations } = await measured('派出多少教师？', [
      { text: `${both}当地的桥梁工程也因此提前三年顺利竣工通车。`, quotes: [both] },
    ]);
    expect(citations.shown).toMatchObject({ statements: 1, supported: 1 });
    expect(citations.drafted).toMatchObject({ statements: 1, supported: 0, precise: 0 });
  });
});

describe('the language of an answer', () => {
  it('is told from the question’s, whatever was dropped', async () => {
    const said = [{ text: 'Linhai sent 26 teachers to Qingshi to teach.', quotes: [teachers] }];
    expect((await measured('How many teachers were sent?', said)).inOtherLanguage).toBe(false);
    expect((await measured('派出多少教师？', said)).inOtherLanguage).toBeNull();
  });

  it('is wrong where statements that stand are in another one', async () => {
    const question = 'Combien d’enseignants ont été envoyés ?';
    const answer = await answerQuestion(
      { question, history: [], language: 'en', length: 'normal' },
      {
        article,
        retriever,
        fallback,
        generator: scripted([
          {
            outcome: 'answered',
            statements: [
              () => ({
                text: 'Linhai sent 26 teachers to Qingshi to teach.',
                citations: [{ passage: 1, quote: teachers }],
              }),
            ],
          },
        ]),
        planner: null,
        signal: new AbortController().signal,
      },
    );
    expect(measure(question, answer)).toMatchObject({ inOtherLanguage: true, tokens: 110 });
  });
});
