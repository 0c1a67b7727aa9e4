/** Holds what somebody wrote against the article, claim by claim: no model, only the retriever and the grounding checks. */
import { UserError } from '../../errors.ts';
import type { Article } from '../article.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import { foldText } from '../text/fold.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Citation } from './answer.ts';
import { citeFound } from './cite-found.ts';
import { type Replacement, replacedIn } from './claim-replacement.ts';
import { type CitedSentence, sentencesNearest } from './claim-sentences.ts';
import { groundStatement } from './grounding/ground-statement.ts';
import { joinShownPassages, type ShownText } from './grounding/shown-text.ts';

/** A claim of a text, and what the article makes of it. The markers are those of the claims, from 1. */
export type CheckedClaim =
  | { readonly verdict: 'supported'; readonly text: string; readonly citation: Citation }
  | {
      readonly verdict: 'contradicted';
      readonly text: string;
      readonly citation: Citation;
      /** What the claim has and the article has in its place; null where no one word can be named. */
      readonly replacement: Replacement | null;
    }
  | { readonly verdict: 'not-in-article'; readonly text: string };

export interface CheckedText {
  readonly claims: readonly CheckedClaim[];
  /** Whether the text says more than was checked. */
  readonly leftOut: boolean;
}

interface ClaimPorts {
  readonly article: Article;
  readonly retriever: Retriever;
}

/** At most so many claims of a text are checked. */
export const mostClaims = 10;
/** A longer text, or claim, is not read to its end, in UTF-16 units. */
const longestText = 4_000;
const longestClaim = 300;
const passagesLookedAt = 6;
/** So many of a claim's words a sentence must have to say the same, or the opposite. */
const shares = { supports: 0.5, contradicts: 0.6 };
/** A sentence that agrees is believed against one that does not only when it is about as near. */
const aboutAsNear = 0.85;

/** Faults that turn what a sentence says; the others count only where the sentence has something in its place. */
const turned = /^(?:negation-|direction-reversed)/u;
const replaced = /^(?:number-|name-)/u;

/** Checks the claims of a text, sentence by sentence. Throws `UserError('claims-none')` for one that claims nothing. */
export async function checkClaims(text: string, { article, retriever }: ClaimPorts): Promise<CheckedText> {
  const { claims, leftOut } = readClaims(text);
  if (claims.length === 0) throw new UserError('claims-none', 'No sentence of the text claims anything.');
  const checked: CheckedClaim[] = [];
  for (const claim of claims) {
    const hits = await retriever.retrieve(claim, { limit: passagesLookedAt });
    const shown = joinShownPassages(
      article,
      hits.map(({ passage }, index) => ({ number: index + 1, passage })),
    );
    checked.push(checkClaim(claim, checked.length + 1, shown));
  }
  return { claims: checked, leftOut };
}

/** The sentences of a text that say something: questions and sentences without words claim nothing. */
function readClaims(text: string): { claims: readonly string[]; leftOut: boolean } {
  const read = text.slice(0, longestText).toWellFormed();
  const claims = splitSentences(read)
    .map(({ start, end }) => read.slice(start, end).trim())
    .filter((sentence) => /\p{L}{2}/u.test(sentence) && !/[?？][\s"'”’」』)）]*$/u.test(sentence));
  return {
    claims: claims.slice(0, mostClaims).map((claim) => claim.slice(0, longestClaim).toWellFormed()),
    leftOut:
      text.length > longestText ||
      claims.length > mostClaims ||
      claims.some(({ length }) => length > longestClaim),
  };
}

function checkClaim(text: string, marker: number, shown: ShownText): CheckedClaim {
  let opposed: (CheckedClaim & { verdict: 'contradicted' }) | null = null;
  let nearness = 0;
  for (const sentence of sentencesNearest(text, shown)) {
    const { number, quote, share } = sentence;
    const { citations, status, reason } = groundStatement(
      { text, citations: [{ passage: number, quote }] },
      shown,
    );
    const place = citations[0]?.place ?? null;
    if (place === null) continue;
    const citation = { ...place, marker, quote: wordsAt(shown, place) };
    const isAllThere = status !== 'dropped' && !reason?.includes('unsupported');
    if (isAllThere && namesAnotherPlace(text, shown.article)) continue;
    if (isAllThere && share >= Math.max(shares.supports, aboutAsNear * nearness))
      return { verdict: 'supported', text, citation };
    if (opposed !== null || status !== 'dropped') continue;
    opposed = oppose(text, citation, sentence, { article: shown.article, fault: reason ?? '' });
    if (opposed !== null) nearness = share;
  }
  return opposed ?? { verdict: 'not-in-article', text };
}

/** Null where the sentence is about something else, or says less than the claim but nothing against it. */
function oppose(
  text: string,
  citation: Citation,
  { gloss, share }: CitedSentence,
  { article, fault }: { readonly article: Article; readonly fault: string },
): (CheckedClaim & { verdict: 'contradicted' }) | null {
  if (share < shares.contradicts || !(turned.test(fault) || replaced.test(fault))) return null;
  const replacement = turned.test(fault) ? null : replacedIn(article, text, citation, gloss);
  if (replacement === null && !turned.test(fault)) return null;
  const shown = replacement === null ? citation : citeFound(citation, replacement.found, article);
  return shown === null ? null : { verdict: 'contradicted', text, citation: shown, replacement };
}

/** A city, a county or a province that the article never names: its last two letters are looked for. */
function namesAnotherPlace(claim: string, { paragraphs }: Article): boolean {
  const names = [...foldText(claim).text.matchAll(/(\p{Script=Han}{2})[市县省]/gu)].map(
    ([, name = '']) => name,
  );
  if (names.length === 0) return false;
  const known = foldText(paragraphs.map(({ text }) => text).join('\n')).text;
  return names.some((name) => !known.includes(name));
}

function wordsAt({ article }: ShownText, place: Pick<Citation, 'paragraph' | 'start' | 'end'>): string {
  return article.paragraphs[place.paragraph]?.text.slice(place.start, place.end) ?? '';
}
