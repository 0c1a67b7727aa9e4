/** The check against drafts made to deceive it, over the shipped article and others; `npm run adversary` makes many more. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundStatement } from '../../../../src/knowledge/answering/grounding/ground-statement.ts';
import { type Kind, kinds, runDraft } from './adversary/adversary.ts';
import { readFixtureWorlds, readShippedWorld } from './adversary/world.ts';

const shipped = await readShippedWorld();
const worlds = [shipped, ...(await readFixtureWorlds())];

const seed = 4;
/** Fewer for mutation testing, which runs them for each change. */
const draftsOfKind = Number(process.env.DRAFTS_OF_KIND ?? 8);

function expectAll(kind: Kind): void {
  fc.assert(
    fc.property(fc.nat(), (each) => {
      const judged = runDraft(kind, worlds, each);
      expect(judged?.failed ?? false, `${judged?.made.draft.text}: ${judged?.reason}`).toBe(false);
    }),
    { seed, numRuns: draftsOfKind },
  );
}

const namesOf = (nature: Kind['nature']) =>
  kinds
    .filter((kind) => kind.nature === nature)
    .map((kind) => [`${kind.group}: ${kind.name}`, kind] as const);

describe('a fault is never shown', () => {
  it.each(namesOf('false'))('%s', (_, kind) => expectAll(kind));
});

describe('words cited under another number are shown where they stand', () => {
  it.each(namesOf('misplaced'))('%s', (_, kind) => expectAll(kind));
});

describe('a true statement is kept', () => {
  it.each(namesOf('true'))('%s', (_, kind) => expectAll(kind));

  it('each gloss of the shipped article, citing its passage', () => {
    const { article, shown } = shipped;
    for (const [index, passage] of article.passages.entries()) {
      const gloss = article.enrichment.find((entry) => entry.passage === passage.id)?.gloss;
      if (gloss == null) continue;
      const citations = [{ passage: index + 1, quote: passage.text }];
      const grounded = groundStatement({ text: gloss, citations }, shown);
      expect(grounded.status, `${passage.id}: ${grounded.reason}`).not.toBe('dropped');
    }
  });
});
