import type { Article } from '../article.ts';
import { collect } from './collect-statements.ts';
import type { LedgerEntry } from './ledger.ts';
import type { CheckedDraft } from './run-draft.ts';
import { addUsage } from './usage.ts';
import type { Verifier } from './verifier.ts';

/** The draft without the statements that a verifier does not find supported. Throws what the verifier throws. */
export async function verifyDraft(
  draft: CheckedDraft,
  verifier: Verifier,
  { article, signal }: { readonly article: Article; readonly signal: AbortSignal },
): Promise<CheckedDraft> {
  const standing = draft.ledger.filter(({ status }) => status !== 'dropped');
  if (standing.length === 0) return draft;
  const statements = standing.map(({ text, places }) => ({ text, passages: passagesAt(article, places) }));
  const { verdicts, usage } = await verifier.verify({ statements }, signal);
  const ledger = draft.ledger.map((entry): LedgerEntry => {
    const verdict = verdicts[standing.indexOf(entry)] ?? 'supported';
    if (verdict === 'supported') return entry;
    return { ...entry, places: [], status: 'dropped', reason: `verifier: ${verdict}` };
  });
  return { ...draft, ...collect(article, ledger), usage: addUsage(draft.usage, usage) };
}

function passagesAt(article: Article, places: LedgerEntry['places']): string[] {
  return article.passages
    .filter((passage) =>
      places.some(
        ({ paragraph, start, end }) =>
          paragraph === passage.paragraph && start < passage.end && end > passage.start,
      ),
    )
    .map(({ text }) => text);
}
