import { noTelemetry, type Telemetry } from '../../telemetry.ts';
import type { Article } from '../article.ts';
import type { Outcome } from './answer.ts';
import { type CollectedStatements, collect } from './collect-statements.ts';
import type { DraftStatement, GenerateRequest, Generator } from './generator.ts';
import { groundStatement } from './grounding/ground-statement.ts';
import { joinShownPassages } from './grounding/shown-text.ts';
import type { LedgerEntry } from './ledger.ts';
import { speaks } from './speaks.ts';
import { addUsage, noUsage, type Usage } from './usage.ts';

/** A draft after grounding: what it claimed, and what is left of it. */
export interface CheckedDraft extends CollectedStatements {
  /** Null when the draft gave none. */
  readonly claimed: Outcome | null;
  readonly usage: Usage;
}

/** Why a statement is dropped that is not in the language asked for. */
const wrongLanguage = 'wrong-language';

/** More statements than this are no answer. */
const mostStatements = 24;

/**
 * Has a draft generated and checks each statement as it completes, calling `onStatement` with all that stand so far.
 * Throws what the generator throws.
 */
export async function runDraft(
  generator: Generator,
  request: GenerateRequest,
  settings: {
    readonly article: Article;
    readonly signal: AbortSignal;
    readonly telemetry?: Telemetry;
    readonly onStatement?: ((soFar: CollectedStatements) => void) | undefined;
  },
): Promise<CheckedDraft> {
  const { telemetry = noTelemetry } = settings;
  const shown = joinShownPassages(settings.article, request.passages);
  const check = (statement: DraftStatement): LedgerEntry => {
    const grounded = groundStatement(statement, shown);
    // Quotes are in the article's language, whatever was asked.
    const isForeign = generator.name !== 'extractive' && !speaks(request.language, grounded.text);
    if (!isForeign) return grounded;
    return { ...grounded, places: [], status: 'dropped', reason: wrongLanguage };
  };
  let claimed: Outcome | null = null;
  let usage: Usage = noUsage;
  const ledger: LedgerEntry[] = [];
  await telemetry.step('generate', async () => {
    for await (const part of generator.generate(request, settings.signal)) {
      if (part.type === 'outcome') claimed = part.outcome;
      else if (part.type === 'usage') usage = addUsage(usage, part.usage);
      else {
        if (ledger.length === mostStatements) continue;
        const entry = await telemetry.step('ground', async () => check(part.statement));
        ledger.push(entry);
        if (entry.status !== 'dropped') settings.onStatement?.(collect(settings.article, ledger));
      }
    }
  });
  return { ...collect(settings.article, ledger), claimed, usage };
}

/** How many statements of a draft were in another language than the one asked for. */
export function countForeign({ ledger }: CheckedDraft): number {
  return ledger.filter(({ reason }) => reason === wrongLanguage).length;
}
