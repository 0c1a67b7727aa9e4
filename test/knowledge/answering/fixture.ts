/** A small article of our own, and generators and a retriever made by hand. */

import type { GeneratorName, Outcome } from '../../../src/knowledge/answering/answer.ts';
import type {
  DraftPart,
  DraftStatement,
  GenerateRequest,
  Generator,
} from '../../../src/knowledge/answering/generator.ts';
import { joinShownPassages } from '../../../src/knowledge/answering/grounding/shown-text.ts';
import type { Article, ArticleFile } from '../../../src/knowledge/article.ts';
import { toArticle } from '../../../src/knowledge/load-article.ts';
import type { Hit, Retriever } from '../../../src/knowledge/retrieval/retriever.ts';
import { readTerms } from '../../../src/knowledge/retrieval/search-terms.ts';

const texts = [
  '2016年5月，青石县与临海市建立结对关系。临海市累计投入资金3200万元，支持45个项目，惠及1280名农户。',
  '教育方面，临海市派出26名教师到青石县任教，青石县选派15名校长到临海市跟岗学习。',
  '医疗方面没有建成新的医院，但开通了远程会诊。他说：“健康是最大的财富。”群众满意度达到百分之九十。',
];
const cuts = [
  [0, 22, texts[0]?.length ?? 0],
  [0, texts[1]?.length ?? 0],
  [0, 22, texts[2]?.length ?? 0],
];

const file: ArticleFile = {
  id: 'qingshi',
  title: '山海结对的故事',
  author: '林远',
  authorNote: '',
  journal: '县域观察',
  issue: '2018年4期',
  publishedAt: '2018-04-02',
  language: 'zh-CN',
  sourceUrl: 'https://example.org/article',
  keywords: ['临海市', '青石县'],
  headings: ['携手同行'],
  paragraphs: texts.map((text, index) => ({
    number: index + 1,
    heading: index === 0 ? null : '携手同行',
    text,
  })),
  passages: cuts.flatMap((ends, index) =>
    ends.slice(1).map((end, part) => ({
      id: `${index + 1}-${part + 1}`,
      paragraph: index + 1,
      start: ends[part] ?? 0,
      end,
    })),
  ),
  enrichment: [
    {
      passage: '1-2',
      gloss:
        'Linhai City has invested 32 million yuan in all, supporting 45 projects and benefiting 1,280 farming households’ members.',
      aliases: ['花了多少钱 投资 money spent'],
      questions: { 'zh-CN': ['投入了多少资金？'], en: ['How much money was invested?'] },
    },
    {
      passage: '2-1',
      gloss:
        'In education, 26 teachers from Linhai City went to Qingshi County to teach, and 15 headmasters from Qingshi County went to Linhai City to learn.',
      aliases: ['老师 支教 teachers'],
      questions: { 'zh-CN': ['有多少教师去任教？'], en: ['How many teachers were sent?'] },
    },
    {
      passage: '3-1',
      gloss: 'In medical care no new hospital was built, but remote consultation was opened.',
      aliases: ['看病 hospital'],
      questions: {
        'zh-CN': ['建了新医院吗？'],
        en: ['Was a new hospital built?'],
        ko: ['새 병원이 지어졌나요?'],
      },
    },
  ],
  provenance: { source: 'none', sha256: '', removed: [], repairs: [] },
};

export const article = toArticle(file);

/** An article of paragraphs, each given as its passages, with nothing kept beside them. */
export function articleOf(paragraphs: readonly (readonly string[])[]): Article {
  return toArticle({
    ...file,
    title: '测试',
    keywords: [],
    headings: [],
    enrichment: [],
    paragraphs: paragraphs.map((texts, index) => ({
      number: index + 1,
      heading: null,
      text: texts.join(''),
    })),
    passages: paragraphs.flatMap((texts, index) =>
      texts.map((text, part) => {
        const start = texts.slice(0, part).join('').length;
        return { id: `${index + 1}-${part + 1}`, paragraph: index + 1, start, end: start + text.length };
      }),
    ),
  });
}

export const everything = article.passages.map((passage, index) => ({ number: index + 1, passage }));

export const shown = joinShownPassages(article, everything);

/** The number that `everything` gives a passage. */
export function numberOf(id: string): number {
  return article.passages.findIndex((passage) => passage.id === id) + 1;
}

/** A statement that cites one quote of one passage. */
export function statement(text: string, id: string, quote: string): DraftStatement {
  return { text, citations: [{ passage: numberOf(id), quote }] };
}

/** A generator that has its draft ready; `requests` holds what it was asked. */
export function scripted(
  drafts: readonly {
    outcome?: Outcome;
    statements?: readonly ((request: GenerateRequest) => DraftStatement)[];
    error?: unknown;
  }[],
  name: GeneratorName = 'openai',
): Generator & { readonly requests: GenerateRequest[] } {
  const requests: GenerateRequest[] = [];
  return {
    name,
    requests,
    async *generate(request): AsyncIterable<DraftPart> {
      const draft = drafts[requests.length];
      requests.push(request);
      if (draft === undefined) throw new Error('not expected to be asked again');
      if (draft.outcome !== undefined) yield { type: 'outcome', outcome: draft.outcome };
      for (const make of draft.statements ?? []) yield { type: 'statement', statement: make(request) };
      yield { type: 'usage', usage: { tokensIn: 100, tokensOut: 10, tokensCached: 60 } };
      if (draft.error !== undefined) throw draft.error;
    },
  };
}

/** Says `text`, quoting `quote` from the passage shown that has it (from number 99 when none has). */
export function saying(text: string, quote: string): (request: GenerateRequest) => DraftStatement {
  return ({ passages }) => ({
    text,
    citations: [
      { passage: passages.find(({ passage }) => passage.text.includes(quote))?.number ?? 99, quote },
    ],
  });
}

/** Counts shared terms: enough to find something. */
export const retriever: Retriever = {
  async retrieve(query, { limit }) {
    const wanted = new Set(readTerms(query).filter((term) => term.length > 1));
    return article.passages
      .map((passage): Hit => {
        const beside = article.enrichment.find((entry) => entry.passage === passage.id);
        const text = [passage.text, beside?.gloss ?? '', ...(beside?.aliases ?? [])].join('\n');
        const terms = [...new Set(readTerms(text))].filter((term) => wanted.has(term));
        return {
          passage,
          score: terms.length,
          terms: terms.map((term) => ({ term, field: 'text', score: 1 })),
        };
      })
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .slice(0, limit);
  },
};
