/** What an article says in its text, its fields and what is kept beside it: shown as it is, and without effect. */
import { describe, expect, it } from 'vitest';
import { renderParagraph } from '../../src/discord/evidence-card.ts';
import { renderOutline } from '../../src/discord/outline.ts';
import { renderResults } from '../../src/discord/search-results.ts';
import type { Article } from '../../src/knowledge/article.ts';
import { toArticle } from '../../src/knowledge/load-article.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { findHarm } from './find-harm.ts';
import { findFaults, hostileStrings, openFor, parrot } from './obedient.ts';

const translate = createTranslator('en-US');

const batchSize = 12;

/** Articles that say all the strings in their text, headings, translations and questions, and in turn in each field. */
function* hostileArticles(): Iterable<{ readonly article: Article; readonly words: readonly string[] }> {
  for (let at = 0; at < hostileStrings.length; at += batchSize) {
    const words = hostileStrings.slice(at, at + batchSize);
    yield { article: articleThatSays(words), words };
  }
}

function articleThatSays(words: readonly string[]): Article {
  const [title = 'title', author = '', authorNote = '', journal = '', issue = '', editor = ''] = words;
  const paragraphs = words.map((text, index) => ({
    ...{ number: index + 1, heading: text },
    text: `${text}临海市累计投入资金3200万元，支持45个项目。${text}`,
  }));
  const ids = paragraphs.map(({ number }) => `${number}-1`);
  return toArticle({
    ...{ id: 'hostile', title, author, authorNote, journal, issue, editor },
    ...{ publishedAt: '2020-01-01', language: 'zh-CN', sourceUrl: 'https://example.org/article' },
    ...{ keywords: [...words], headings: [...words], paragraphs },
    passages: paragraphs.map(({ number, text }) => ({
      ...{ id: `${number}-1`, paragraph: number, start: 0, end: text.length },
    })),
    enrichment: ids.map((passage, index) => ({
      ...{ passage, gloss: words[index] ?? '', aliases: [words[index] ?? ''] },
      questions: { en: [words[index] ?? ''] },
    })),
    provenance: { source: title, sha256: '', removed: [], repairs: [] },
  });
}

describe('an article that says it everywhere', () => {
  it('has no effect in an answer, however obedient the model is', async () => {
    const faults: string[] = [];
    for (const { article, words } of hostileArticles()) {
      const ask = openFor(article);
      for (const [index, question] of [
        'How much money was invested?',
        '临海市投入了多少？',
        'Hello!',
      ].entries()) {
        const generator = parrot(words[index] ?? '');
        faults.push(...findFaults(await ask({ question, generator, locale: 'en-US' }), article));
      }
    }
    expect(faults).toEqual([]);
  });

  it('has no effect where it is read and searched', () => {
    const faults: string[] = [];
    for (const { article } of hostileArticles()) {
      const shown = [
        renderOutline(article, translate),
        renderResults(article, '资金', article.passages, translate),
        ...article.paragraphs.map(({ number }) => renderParagraph(article, number, translate)),
      ];
      for (const payload of shown) faults.push(...findHarm(payload, article.sourceUrl));
    }
    expect(faults).toEqual([]);
  });
});
