import type { Answer } from '../knowledge/answering/answer.ts';
import type { Article } from '../knowledge/article.ts';
import {
  type CitationText,
  citationLine,
  describeAnswer,
  glossLine,
  type StatementText,
} from '../locales/describe-answer.ts';
import { createTranslator, type Translate } from '../locales/translator.ts';
import { withMarkers } from './answer-json.ts';
import { toLedgerLines } from './ledger-text.ts';

/** An answer as text for a terminal: what is said, where it stands, and what else could be asked. */
export function toAnswerText(
  answer: Answer,
  article: Article,
  settings: { readonly ledger: boolean },
): string {
  const translate = createTranslator(answer.language);
  const text = describeAnswer(answer, article, translate);
  const parts = [
    [text.understoodAs, text.lead],
    text.statements.flatMap((statement) => [withMarkers(statement), ...toGloss(statement, translate)]),
    text.citations.map((line) => `[${line.citation.marker}] ${citationLine(line, translate)}`),
    text.nearest === null
      ? []
      : [
          text.nearest.lead,
          ...text.nearest.citations.flatMap((line) => [
            `- ${citationLine(line, translate)}`,
            ...toGloss(line, translate),
          ]),
        ],
    text.suggestions === null
      ? []
      : [text.suggestions.lead, ...text.suggestions.questions.map((each) => `- ${each}`)],
    [text.footer],
    settings.ledger ? toLedgerLines(answer.ledger) : [],
  ];
  return parts
    .map((lines) => lines.filter((line) => line !== null).join('\n'))
    .filter((part) => part !== '')
    .join('\n\n');
}

function toGloss({ gloss }: StatementText | CitationText, translate: Translate): string[] {
  return gloss === null ? [] : [glossLine(gloss, translate)];
}
