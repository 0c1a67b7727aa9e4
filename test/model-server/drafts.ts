/** Drafts that go wrong in what they say, each made from the true one. */
import type { ModelRequest } from './model-request.ts';
import { type Draft, readDraftData, trueReply } from './oracle.ts';

type Twist = (draft: Draft, request: ModelRequest) => Draft;

/** What the model writes when its true draft is twisted; other kinds of request are answered truly. */
export function twistedReply(request: ModelRequest, twist: Twist): string {
  const reply = trueReply(request);
  if (readDraftData(request) === null) return reply;
  const draft: Draft = JSON.parse(reply);
  return JSON.stringify(twist(draft, request));
}

/** A true statement to twist: when the truth is that nothing is said, the first passage is quoted. */
function statementOf(draft: Draft, request: ModelRequest): Draft['statements'][number] {
  const [passage] = readDraftData(request)?.passages ?? [];
  const quote = passage?.text.slice(0, 40) ?? '';
  return draft.statements[0] ?? { text: quote, citations: [{ passage: passage?.passage ?? 1, quote }] };
}

const mapText =
  (change: (text: string) => string): Twist =>
  (draft, request) => {
    const statement = statementOf(draft, request);
    return { outcome: 'answered', statements: [{ ...statement, text: change(statement.text) }] };
  };

const mapCitations =
  (
    change: (citations: Draft['statements'][number]['citations']) => Draft['statements'][number]['citations'],
  ): Twist =>
  (draft, request) => {
    const statement = statementOf(draft, request);
    return { outcome: 'answered', statements: [{ ...statement, citations: change(statement.citations) }] };
  };

/** Swaps two neighbouring digits that differ, or raises the first by one; a text without digits gets a number. */
function alterNumber(text: string): string {
  const swapped = text.replace(/(\d)(?!\1)(\d)/, '$2$1');
  if (swapped !== text) return swapped;
  const raised = text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  return raised === text ? `${text} (7431)` : raised;
}

export const twists = {
  /** A passage number far beyond those shown, with a quote that stands nowhere. */
  citesMissingPassage: mapCitations(() => [{ passage: 9999, quote: '这一句在文中任何地方都找不到' }]),
  /** A true quote under a number that was never shown. */
  misnumbers: mapCitations((citations) => citations.map(({ quote }) => ({ passage: 9999, quote }))),
  /** A true quote beside a statement with another number. */
  altersNumber: mapText(alterNumber),
  /** A quote that the article does not have, from a passage that it has. */
  inventsQuote: mapCitations((citations) =>
    citations.map(({ passage }) => ({ passage, quote: '有关部门负责人表示这一数字已经翻了三番' })),
  ),
  citesNothing: mapCitations(() => []),
  repeatsCitations: mapCitations((citations) => [...citations, ...citations, ...citations]),
  reversesCitations: mapCitations((citations) => citations.toReversed()),
  /** The same statement five times. */
  repeatsStatements: (draft, request) => ({
    outcome: 'answered',
    statements: Array.from({ length: 5 }, () => statementOf(draft, request)),
  }),
  /** Statements that are true, in a language that was not asked for. */
  otherLanguage: mapText(
    (text) => `La réponse se trouve dans l’article : ${text.match(/\d[\d.]*/)?.[0] ?? 'voilà'}.`,
  ),
  writesTable: mapText((text) => `| a | b |\n|---|---|\n| **${text}** | [x](https://evil.example/x) |`),
  /** Does what an instruction in the text might ask for: pings, links, an invite, and the words of its instructions. */
  obeysText: (draft, request) => {
    const statement = statementOf(draft, request);
    const spill = `@everyone <@&1> <@1> https://evil.example/a [click](https://evil.example/b) discord.gg/evil ${request.system.slice(0, 200)}`;
    return {
      outcome: 'answered',
      statements: [
        { ...statement, text: `${spill} ${statement.text}` },
        { text: spill, citations: statement.citations },
      ],
    };
  },
} satisfies Record<string, Twist>;
