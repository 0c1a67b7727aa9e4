/** A model's drafts for one question: a second look where the search may have missed something, and once more in the right language. */
import type { Telemetry } from '../../telemetry.ts';
import type { Article } from '../article.ts';
import { type CountTokens, wholeArticle } from './choose-passages.ts';
import type { GenerateRequest, Generator, NumberedPassage } from './generator.ts';
import { removeInstructions } from './instructions.ts';
import { createTopicCheck } from './on-topic.ts';
import type { OnProgress } from './progress.ts';
import { type CheckedDraft, countForeign, runDraft } from './run-draft.ts';
import type { Verifier } from './verifier.ts';
import { verifyDraft } from './verify-draft.ts';

interface DraftPorts {
  readonly article: Article;
  readonly generator: Generator;
  /** Judges what the code's own check has passed; null for none. */
  readonly verifier: Verifier | null;
  readonly countTokens: CountTokens;
  readonly signal: AbortSignal;
  readonly telemetry: Telemetry;
  readonly onProgress: OnProgress;
  /** Throws again what is not the model's failure. */
  readonly noteFailure: (error: unknown) => void;
}

/**
 * Adds a model's drafts to `drafts` as they are made, so that what was found before a failure is kept; the last is the
 * answer. Throws what the generator throws.
 */
export async function draftAnswer(
  request: Omit<GenerateRequest, 'wholeArticle' | 'missedLanguage'>,
  ports: DraftPorts,
  drafts: CheckedDraft[],
): Promise<void> {
  for (const passages of looksAt(request.passages, ports)) {
    const draft = await draftOnce({ ...request, passages, missedLanguage: false }, ports);
    drafts.push(draft);
    if (countForeign(draft) > 0) {
      const again = await draftOnce({ ...request, passages, missedLanguage: true }, ports);
      if (again.statements.length >= draft.statements.length) drafts.push(again);
      else drafts.unshift(again);
    }
    if (!mayStandElsewhere(drafts.at(-1), request.query, ports.article)) return;
  }
}

/** A draft that claims an answer of which nothing stands is none. */
export function isSettled(draft: CheckedDraft | undefined): boolean {
  if (draft === undefined) return false;
  const claims = draft.claimed === null || draft.claimed === 'answered' || draft.claimed === 'partly';
  return !claims || draft.statements.length > 0;
}

async function draftOnce(
  request: Omit<GenerateRequest, 'wholeArticle'>,
  { article, generator, verifier, signal, telemetry, onProgress, noteFailure }: DraftPorts,
): Promise<CheckedDraft> {
  const isWhole = request.passages.length === article.passages.length;
  onProgress({ stage: 'reading', paragraphs: isWhole ? null : paragraphsOf(request.passages) });
  const draft = await runDraft(
    generator,
    { ...request, wholeArticle: isWhole },
    {
      article,
      signal,
      telemetry,
      // Where a verifier may still take a statement away, none is shown before its verdict.
      ...(verifier === null && { onStatement: (soFar) => onProgress({ stage: 'answering', ...soFar }) }),
    },
  );
  if (verifier === null) return draft;
  try {
    return await telemetry.step('ground', () => verifyDraft(draft, verifier, { article, signal }));
  } catch (error) {
    noteFailure(error);
    return draft;
  }
}

function paragraphsOf(passages: readonly NumberedPassage[]): number[] {
  return [...new Set(passages.map(({ passage }) => passage.paragraph))].sort((one, other) => one - other);
}

/**
 * The search must not be the reason for a miss: only what is no question but orders to the bot, and what the model and
 * the rule both find off topic, is in no other part.
 */
function mayStandElsewhere(draft: CheckedDraft | undefined, query: string, article: Article): boolean {
  const asked = removeInstructions(query);
  if (asked === '') return false;
  if (draft?.claimed === 'off-topic') return createTopicCheck(article)(asked);
  return draft?.claimed === 'not-in-article';
}

/** What a model is shown: the passages found, then, should they not answer, all of the article where it fits. */
function looksAt(
  passages: readonly NumberedPassage[],
  { article, countTokens }: DraftPorts,
): (readonly NumberedPassage[])[] {
  const all = wholeArticle(article, countTokens);
  if (all === null) return [passages];
  return passages.length === 0 || passages.length === all.length ? [all] : [passages, all];
}
