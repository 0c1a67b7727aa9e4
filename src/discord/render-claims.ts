/** What the article says to the claims of a message, each in words and with a button to the exact place. */
import { type CheckedClaim, type CheckedText, mostClaims } from '../knowledge/answering/check-claims.ts';
import type { Article } from '../knowledge/article.ts';
import { citationLine, placeOf } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { escapeShort } from './escape-text.ts';
import { quoteButtonId } from './evidence-ids.ts';
import { limits } from './limits.ts';
import { button, type Payload, rowsOf } from './payload.ts';

/** As many claims a message as buttons in a row. */
const perMessage = limits.buttonsOfRow;
const lengths = { claim: 120, quote: 150, word: 40 };

/** The claims in their order, five a message. */
export function renderClaims(
  article: Article,
  { claims, leftOut }: CheckedText,
  translate: Translate,
): Payload[] {
  const pages: Payload[] = [];
  for (let start = 0; start < claims.length; start += perMessage) {
    const shown = claims.slice(start, start + perMessage);
    const isLast = start + perMessage >= claims.length;
    const note = isLast && leftOut ? [`-# ${translate('check.leftOut', { most: mostClaims })}`] : [];
    const lines = shown.map((claim, index) => describe(claim, start + index + 1, translate));
    pages.push({
      content: [...lines, ...note].join('\n'),
      components: rowsOf(shown.flatMap((claim) => buttonOf(article, claim, translate))),
    });
  }
  return pages;
}

function describe(claim: CheckedClaim, number: number, translate: Translate): string {
  const said = `> ${escapeShort(claim.text, lengths.claim)}`;
  const verdict = `**[${number}] ${translate(`check.${claim.verdict}`)}**`;
  if (claim.verdict === 'not-in-article') return [verdict, said].join('\n');
  const { paragraph, quote } = claim.citation;
  const instead = claim.verdict === 'contradicted' ? claim.replacement : null;
  const lead =
    instead === null
      ? []
      : [
          translate('answer.lead.correction', {
            found: escapeShort(instead.found, lengths.word),
            asked: escapeShort(instead.claimed, lengths.word),
          }),
        ];
  const words = citationLine(
    { place: placeOf(paragraph, translate), quote: escapeShort(quote, lengths.quote) },
    translate,
  );
  return [verdict, said, ...lead, words].join('\n');
}

function buttonOf(article: Article, claim: CheckedClaim, translate: Translate) {
  if (claim.verdict === 'not-in-article') return [];
  const { marker, paragraph } = claim.citation;
  const label = `[${marker}] ${placeOf(paragraph, translate)}`;
  return [button({ customId: quoteButtonId(article, claim.citation), label })];
}
