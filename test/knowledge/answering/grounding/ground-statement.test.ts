import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundStatement } from '../../../../src/knowledge/answering/grounding/ground-statement.ts';
import { joinShownPassages } from '../../../../src/knowledge/answering/grounding/shown-text.ts';
import { systemPrompt } from '../../../../src/knowledge/answering/prompt.ts';
import { toArticle } from '../../../../src/knowledge/load-article.ts';
import { article, articleOf, everything, numberOf, shown, statement } from '../fixture.ts';

function ground(text: string, id: string, quote: string) {
  return groundStatement(statement(text, id, quote), shown);
}

const money = ['1-2', '累计投入资金3200万元，支持45个项目，惠及1280名农户'] as const;
const teachers = ['2-1', '临海市派出26名教师到青石县任教，青石县选派15名校长到临海市跟岗学习'] as const;
const hospital = ['3-1', '医疗方面没有建成新的医院'] as const;

describe('groundStatement keeps', () => {
  it.each([
    ['临海市累计投入资金3200万元。', ...money],
    ['臨海市累計投入資金3200萬元。', ...money],
    ['临海市累计投入资金三千二百万元。', ...money],
    ['投入資金３２００万元、支援４５のプロジェクト。', ...money],
    ['Linhai invested 32 million yuan in all.', ...money],
    ['32 million yuan were invested, supporting forty-five projects.', ...money],
    ['3,200만 위안을 투입해 45개 사업을 지원했습니다.', ...money],
    ['派去任教的教师是26名，而不是62名。', ...teachers],
    ['26 teachers, not 62, went to Qingshi to teach.', ...teachers],
    ['62名ではなく、26名の教師が派出された。', ...teachers],
    ['教师和校长共41名：教师26名，校长15名。', ...teachers],
    ['教师26名，校长15名，教师多出11名。', ...teachers],
    ['没有建成新的医院。', ...hospital],
    ['No new hospital was built.', ...hospital],
    ['2016年，两地建立结对关系。', '1-1', '青石县与临海市建立结对关系'],
    ['The relationship was set up in May 2016.', '1-1', '2016年5月，青石县与临海市建立结对关系'],
    ['文章作者是林远。', '0-2', '林远'],
    ['满意度达到90%。', '3-2', '群众满意度达到百分之九十'],
    ['他说“健康是最大的财富”。', '3-2', '健康是最大的财富'],
  ])('%s', (text, id, quote) => {
    const grounded = ground(text, id, quote);
    expect(grounded).toMatchObject({ status: expect.stringMatching(/verified|repaired/) });
  });
});

describe('groundStatement drops', () => {
  it.each([
    ['a number altered', '累计投入资金3020万元。', ...money, 'number-not-in-passage'],
    ['a number altered in words', '累计投入资金三千零二十万元。', ...money, 'number-not-in-passage'],
    ['a number altered in another script', '累计投入资金𝟑𝟎𝟐𝟎万元。', ...money, 'number-not-in-passage'],
    ['another magnitude', '累计投入资金3200亿元。', ...money, 'number-not-in-passage'],
    ['another unit', '惠及1280户农户。', ...money, 'number-not-in-passage'],
    ['a number rounded', '累计投入资金约3000万元。', ...money, 'number-not-in-passage'],
    [
      'numbers exchanged',
      '临海市派出15名教师到青石县任教，青石县选派26名校长到临海市跟岗学习。',
      ...teachers,
      'number-of-another-fact',
    ],
    ['a sum that the article does not have', '教师和校长共45名。', ...teachers, 'number-not-in-passage'],
    ['a sum without its parts', '教师和校长共41名。', ...teachers, 'number-not-in-passage'],
    ['a sum with a wrong total', '教师26名，校长15名，共51名。', ...teachers, 'number-not-in-passage'],
    [
      'a date moved by a year',
      '两地于2017年5月建立结对关系。',
      '1-1',
      '青石县与临海市建立结对关系',
      'number-not-in-passage',
    ],
    [
      'a date moved by a month',
      'The relationship was set up in June 2016.',
      '1-1',
      '2016年5月，青石县与临海市建立结对关系',
      'number-not-in-passage',
    ],
    ['a number denied and nothing said instead', '教师不是62名。', ...teachers, 'number-not-in-passage'],
    [
      'the wrong number put in place of the right one',
      '教师不是26名，而是62名。',
      ...teachers,
      'number-not-in-passage',
    ],
    ['names exchanged', '青石县派出26名教师到临海市任教。', ...teachers, 'name-exchanged'],
    [
      'names exchanged in English',
      '26 teachers from Qingshi County went to Linhai City to teach.',
      ...teachers,
      'name-exchanged',
    ],
    ['a name from outside', '海州市派出26名教师到青石县任教。', ...teachers, 'name-exchanged'],
    ['a negation dropped', '医疗方面建成新的医院。', ...hospital, 'negation-dropped'],
    ['a negation added', '临海市没有累计投入资金3200万元。', ...money, 'negation-added'],
    ['a negation added in English', 'Linhai never invested 32 million yuan.', ...money, 'negation-added'],
    ['a negation added in Japanese', '資金3200万元を投入していない。', ...money, 'negation-added'],
    ['a negation added in Korean', '3,200만 위안을 투입하지 않았습니다.', ...money, 'negation-added'],
    ['what the article does not say', '文章没有提到2019年的资金3200万元。', ...money, ''],
    [
      'a paraphrase in quotation marks',
      '他说：“健康比金钱更重要的财富”。',
      '3-2',
      '健康是最大的财富',
      'paraphrase-in-quotation-marks',
    ],
    [
      'an invented sentence with a true quote',
      '县长因此在首都受到表彰并出版了回忆录。',
      ...money,
      'not-supported',
    ],
    [
      'an invented clause',
      '累计投入资金3200万元，县长因此在首都受到表彰并出版了回忆录。',
      ...money,
      'not-supported',
    ],
    [
      'an invented sentence in English',
      'The mayor published a memoir about his travels.',
      ...money,
      'not-supported',
    ],
    ['a measure in place of a counter', '支持45元项目。', ...money, 'number-not-in-passage'],
    ['households in place of things', '支持45户项目。', ...money, 'number-of-another-fact'],
    [
      'a difference that is wrong',
      '教师26名，校长15名，前者比后者多12名。',
      ...teachers,
      'number-not-in-passage',
    ],
    ['a sum of which one part is not cited', '教师26名，项目45个，两项相加是71。', ...teachers, ''],
    [
      'another subject of the passage',
      '青石县累计投入资金3200万元，支持45个项目。',
      ...money,
      'name-exchanged',
    ],
    [
      'another thing counted',
      '临海市派出26名校长到青石县任教，青石县选派15名校长到临海市跟岗学习。',
      ...teachers,
      'name-exchanged',
    ],
    ['an invented fate of what is cited', '所有资金都丢失了。', ...money, 'not-supported'],
    ['the same, said to be the article’s', '文章说：所有资金都丢失了。', ...money, 'not-supported'],
    ['the same in English', 'The article says: all money was lost.', ...money, 'not-supported'],
    ['the whole denied', '并非累计投入资金3200万元。', ...money, 'negation-added'],
    [
      'a denial in words that copy the article',
      '临海市未派出26名教师到青石县任教。',
      ...teachers,
      'negation-added',
    ],
    [
      'an invented clause behind a true name',
      '临海市累计投入资金3200万元，青石县的厨师还准备了海鲜自助餐。',
      ...money,
      'not-supported',
    ],
    [
      'a paraphrase in plain quotation marks behind Chinese words',
      '他说"健康比金钱更重要"。',
      '3-2',
      '健康是最大的财富',
      'paraphrase-in-quotation-marks',
    ],
    ['a question', '投入了3200万元吗？', ...money, 'question'],
    ['a table', `| a | b |\n|---|---|\n| 投入资金3200万元 | x |`, ...money, 'table'],
    [
      'the instructions',
      `${systemPrompt.slice(0, 120)} 累计投入资金3200万元。`,
      ...money,
      'repeats-instructions',
    ],
    [
      'foreign words amid true ones',
      'Kindly enter your secret password below 累计投入资金3200万元，支持45个项目。',
      ...money,
      'not-supported',
    ],
    ['nothing', '[1] **', ...money, 'empty'],
    ['an invented quote', '累计投入资金3200万元。', '1-2', '资金由三个基金会分五年投入', 'quote-not-found'],
    [
      'a quote stitched together from two places',
      '累计投入资金3200万元。',
      '1-2',
      '累计投入资金开通了远程会诊',
      'quote-not-found',
    ],
    ['a quote with dots', '累计投入资金3200万元。', '1-2', '累计投入……1280名农户', 'quote-not-found'],
    ['a quote of function words', '累计投入资金3200万元。', '1-2', '的', 'quote-too-short'],
    [
      'a quote of the gloss',
      'Linhai invested 32 million yuan.',
      '1-2',
      'Linhai City has invested 32 million yuan in all',
      'quote-not-found',
    ],
    [
      'a quote that is only in the question',
      '临海市的投资后来亏损了。',
      '1-2',
      '临海市的投资后来亏损了吗',
      'quote-not-found',
    ],
    ['an empty quote', '累计投入资金3200万元。', '1-2', '', 'quote-too-short'],
  ])('%s', (_, text, id, quote, reason) => {
    const grounded = ground(text, id, quote);
    expect(grounded).toMatchObject({ status: 'dropped', reason: expect.stringContaining(reason) });
  });

  it('a statement without a citation', () => {
    expect(groundStatement({ text: '累计投入资金3200万元。', citations: [] }, shown)).toMatchObject({
      status: 'dropped',
      reason: 'no-citation',
    });
  });

  it('a quote of a passage that was not shown', () => {
    const only = joinShownPassages(
      article,
      everything.filter(({ passage }) => passage.id === '2-1'),
    );
    expect(groundStatement(statement('累计投入资金3200万元。', ...money), only).status).toBe('dropped');
  });

  it('a quote that runs over a passage that was not shown', () => {
    const around = everything.filter(({ passage }) => passage.id !== '1-2');
    const quote = `${article.paragraphs[1]?.text.slice(10, 40)}`;
    const draft = { text: '临海市累计投入资金。', citations: [{ passage: 1, quote }] };
    expect(groundStatement(draft, joinShownPassages(article, around)).status).toBe('dropped');
    expect(groundStatement(draft, shown).status).not.toBe('dropped');
  });
});

describe('groundStatement repairs', () => {
  it('takes the place from where the quote was found, not from what the draft said', () => {
    const grounded = groundStatement(
      { text: '支持45个项目。', citations: [{ passage: numberOf('3-1'), quote: '支持45个项目' }] },
      shown,
    );
    expect(grounded).toMatchObject({
      status: 'repaired',
      reason: 'other-passage',
      places: [{ paragraph: 1, passage: '1-2' }],
    });
  });

  it('shows the article’s own words for a quote that is found in part', () => {
    const grounded = ground(
      '临海市派出26名教师到青石县任教。',
      '2-1',
      '临海市派出26名教师到青石县任教，青石县选派15名校长到临海市跟岗培训',
    );
    expect(grounded).toMatchObject({ status: 'repaired', reason: 'part-of-quote' });
    const [place] = grounded.status === 'dropped' ? [] : grounded.places;
    expect(article.paragraphs[2]?.text.slice(place?.start, place?.end)).toBe(
      '临海市派出26名教师到青石县任教，青石县选派15名校长到临海市跟岗',
    );
  });

  it('finds a quote in another script, width and punctuation', () => {
    const grounded = ground('支持45个项目。', '1-2', '累計投入資金３２００萬元,支持４５個項目');
    expect(grounded).toMatchObject({ status: 'repaired', reason: 'folded' });
  });

  it('never shows half a number, whatever part of it the quote holds', () => {
    const grounded = ground('支持45个项目。', '1-2', '00万元，支持45个项目');
    const [place] = grounded.status === 'dropped' ? [] : grounded.places;
    expect(article.paragraphs[1]?.text.slice(place?.start, place?.end)).toBe('3200万元，支持45个项目');
  });

  it('widens a citation to the number that its statement gives', () => {
    const grounded = ground('累计投入资金3200万元，支持45个项目。', '1-2', '支持45个项目');
    const [place] = grounded.status === 'dropped' ? [] : grounded.places;
    expect(article.paragraphs[1]?.text.slice(place?.start, place?.end)).toContain('3200万元');
  });

  it('leaves a citation alone that shows the number, though it stands elsewhere too', () => {
    const text = '共有三个村。镇里的三个村通了水，五个村通了电。';
    const twice = {
      ...article,
      paragraphs: [
        { number: 0, heading: null, text: '' },
        { number: 1, heading: null, text },
      ],
      passages: [{ id: '1-1', paragraph: 1, start: 0, end: text.length, text, field: null }],
      enrichment: [],
    };
    const [passage] = twice.passages;
    const only = joinShownPassages(twice, passage === undefined ? [] : [{ number: 1, passage }]);
    const quote = '镇里的三个村通了水';
    expect(groundStatement({ text: `${quote}。`, citations: [{ passage: 1, quote }] }, only)).toMatchObject({
      places: [{ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }],
    });
  });

  it('takes markers, Markdown, links and mentions out of the text', () => {
    const grounded = ground(
      '- **支持45个项目**[1]【2】 <@123> https://evil.example @everyone',
      '1-2',
      '支持45个项目',
    );
    expect(grounded).toMatchObject({ text: '支持45个项目 ＠everyone' });
  });

  it('keeps the true sentence and takes the invented one out', () => {
    const grounded = ground('累计投入资金3200万元。县长因此在首都受到表彰并出版了回忆录。', ...money);
    expect(grounded).toMatchObject({ status: 'repaired', text: '累计投入资金3200万元。' });
  });

  it('takes quotation marks from a translation', () => {
    const grounded = ground(
      'He said “health is the greatest wealth” and satisfaction is 90%.',
      '3-2',
      '健康是最大的财富',
    );
    expect(grounded).toMatchObject({
      status: 'repaired',
      text: 'He said health is the greatest wealth and satisfaction is 90%.',
    });
  });

  it('keeps what is true of a statement’s citations', () => {
    const draft = {
      text: '支持45个项目。',
      citations: [
        { passage: 77, quote: '没有这句话的存在啊' },
        { passage: numberOf('1-2'), quote: '支持45个项目' },
      ],
    };
    expect(groundStatement(draft, shown)).toMatchObject({ status: 'repaired', reason: 'quote-not-found' });
  });
});

describe('groundStatement', () => {
  it('gives places whose words are in what was shown, for any draft', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('支持45个项目', '3200万元', '没有', '“', '青石县'),
    );
    const quote = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom(...article.paragraphs), fc.nat(60), fc.nat(60))
        .map(([paragraph, start, length]) => paragraph.text.slice(start, start + length)),
    );
    const drafts = fc.record({
      text,
      citations: fc.array(fc.record({ passage: fc.integer({ min: -1, max: 20 }), quote }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        const grounded = groundStatement(draft, shown);
        for (const place of grounded.status === 'dropped' ? [] : grounded.places) {
          const passage = article.passages.find(({ id }) => id === place.passage);
          expect(passage?.paragraph).toBe(place.paragraph);
          expect(place.start).toBeGreaterThanOrEqual(passage?.start ?? Infinity);
          expect(place.start).toBeLessThan(place.end);
          expect(place.end).toBeLessThanOrEqual(article.paragraphs[place.paragraph]?.text.length ?? 0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes numbers on both sides of a mark for two', () => {
    const text = 'The school opened in 2009; 85 apprentices have passed through it.';
    const school = toArticle({
      ...article,
      language: 'en',
      enrichment: [],
      headings: [],
      paragraphs: [{ number: 1, heading: null, text }],
      passages: [{ id: '1-1', paragraph: 1, start: 0, end: text.length }],
    });
    const passages = school.passages.map((passage, index) => ({ number: index, passage }));
    const quote = 'The school opened in 2009';
    const passage = passages.findIndex(({ passage: { id } }) => id === '1-1');
    const draft = { text: `${quote}.`, citations: [{ passage, quote }] };
    expect(groundStatement(draft, joinShownPassages(school, passages)).status).toBe('verified');
  });

  it.each([
    ['并非全面深化干部培训。', 'dropped'],
    ['全面深化干部培训。', 'verified'],
  ])('takes a denial of a word that begins with 全 for what it is: %s', (text, status) => {
    const trained = articleOf([['两地全面深化干部培训。']]);
    const numbered = trained.passages.map((passage) => ({ number: 1, passage }));
    const draft = { text, citations: [{ passage: 1, quote: '全面深化干部培训' }] };
    expect(groundStatement(draft, joinShownPassages(trained, numbered)).status).toBe(status);
  });

  it.each([4_000, 70])('ends over a hostile draft of %d clauses, whose quote is in no passage', (clauses) => {
    const long = '临海市累计投入资金3200万元，'.repeat(clauses);
    const citations = Array.from({ length: 50 }, () => ({ passage: 1, quote: long }));
    expect(groundStatement({ text: long, citations }, shown).status).toBe('dropped');
  });
});
