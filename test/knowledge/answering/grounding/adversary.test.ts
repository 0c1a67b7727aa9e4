/** The check against drafts made to deceive it, over the shipped article. */
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { groundStatement } from '../../../../src/knowledge/answering/grounding/ground-statement.ts';
import {
  joinShownPassages,
  type ShownText,
} from '../../../../src/knowledge/answering/grounding/shown-text.ts';
import type { Article } from '../../../../src/knowledge/article.ts';
import { loadArticle, shippedArticlePath } from '../../../../src/knowledge/load-article.ts';
import { faultyQuotes, faultyStatements, inventions, numberAll, trueStatements } from './faults.ts';

let article: Article;
let shown: ShownText;

beforeAll(async () => {
  article = await loadArticle(shippedArticlePath);
  shown = joinShownPassages(article, numberAll(article));
});

describe('over the shipped article', () => {
  it('a statement with a fault is never shown', () => {
    fc.assert(
      fc.property(faultyStatements(article), ({ kind, draft }) => {
        const grounded = groundStatement(draft, shown);
        // A true sentence may stay when the invented one beside it is taken out.
        const remedied =
          kind === 'an invented sentence' && !inventions.some((invented) => grounded.text.includes(invented));
        expect(grounded.status === 'dropped' || remedied, `${kind}: ${draft.text}`).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a quote that proves nothing is never cited', () => {
    fc.assert(
      fc.property(faultyQuotes(article), ({ kind, draft }) => {
        expect(groundStatement(draft, shown).status, `${kind}: ${draft.citations[0]?.quote}`).toBe('dropped');
      }),
      { numRuns: 600 },
    );
  });

  it('a true statement is kept, however it is spelled and quoted', () => {
    const toTraditional = Converter({ from: 'cn', to: 'tw' });
    fc.assert(
      fc.property(trueStatements(article, toTraditional), ({ kind, draft }) => {
        const grounded = groundStatement(draft, shown);
        expect(grounded.status, `${kind}: ${draft.text}: ${grounded.reason}`).not.toBe('dropped');
        for (const { paragraph, start, end, passage } of grounded.status === 'dropped'
          ? []
          : grounded.places) {
          const [words, known] = [
            article.paragraphs[paragraph]?.text.slice(start, end),
            article.passages.find(({ id }) => id === passage),
          ];
          expect(words).not.toBe('');
          expect(known?.paragraph).toBe(paragraph);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('its glosses are kept as statements that cite their passages', () => {
    for (const [index, passage] of article.passages.entries()) {
      const gloss = article.enrichment.find((entry) => entry.passage === passage.id)?.gloss;
      if (gloss == null) continue;
      const grounded = groundStatement(
        { text: gloss, citations: [{ passage: index + 1, quote: passage.text }] },
        shown,
      );
      expect(grounded.status, `${passage.id}: ${grounded.reason}`).not.toBe('dropped');
    }
  });
});
