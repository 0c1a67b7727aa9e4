import type { Answer } from '../knowledge/answering/answer.ts';
import type { Article } from '../knowledge/article.ts';
import { type CitationText, describeAnswer } from '../locales/describe-answer.ts';
import { createTranslator } from '../locales/translator.ts';
import { withMarkers } from './answer-json.ts';

/** An answer as text for a terminal: what is said, where it stands, and what else could be asked. */
export function toAnswerText(
  answer: Answer,
  article: Article,
  settings: { readonly ledger: boolean },
): string {
  const text = describeAnswer(answer, article, createTranslator(answer.language));
  const parts = [
    [text.understoodAs, text.lead],
    text.statements.map(withMarkers),
    text.citations.map((line) => `[${line.citation.marker}] ${toPlace(line)}`),
    text.nearest === null
      ? []
      : [text.nearest.lead, ...text.nearest.citations.map((line) => `- ${toPlace(line)}`)],
    text.suggestions === null
      ? []
      : [text.suggestions.lead, ...text.suggestions.questions.map((each) => `- ${each}`)],
    [text.footer],
    settings.ledger ? toLedgerLines(answer) : [],
  ];
  return parts
    .map((lines) => lines.filter((line) => line !== null).join('\n'))
    .filter((part) => part !== '')
    .join('\n\n');
}

function toPlace({ place, quote }: CitationText): string {
  return `${place} “${quote}”`;
}

function toLedgerLines({ ledger }: Answer): string[] {
  return ledger.map(
    ({ statement, status, reason }) => `${status}${reason === null ? '' : ` (${reason})`}: ${statement}`,
  );
}
