/** The buttons of an evidence card: to other places, and what can be done with the words. */
import type { ArticleText } from '../knowledge/article-versions.ts';
import { placeOf } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { postId, quoteAt, quoteId, type Range, type View, viewId } from './evidence-ids.ts';
import { partOf, partsOf } from './paragraph-text.ts';
import { button } from './payload.ts';
import { quotationButton } from './quotation.ts';

/** To the neighbours, and to the citations beside the one looked at. */
export function waysOn(article: ArticleText, view: View, translate: Translate) {
  const to = (place: Partial<View>): string => viewId.encode({ ...view, ...place });
  const beside = (step: 1 | -1) => {
    const next = neighbour(article, view, step);
    if (next === null) return [];
    const place = placeOf(next.paragraph, translate);
    return [button({ customId: to(next), label: labelOf(step, place, translate) })];
  };
  const citation = (step: 1 | -1) => {
    const at = view.at === null ? -1 : view.at + step;
    const quote = view.quotes[at];
    if (quote === undefined) return [];
    const customId = to({ at, paragraph: quote.paragraph, part: partOf(article, quote) });
    return [button({ customId, label: labelOf(step, `[${quote.marker}]`, translate) })];
  };
  return [...citation(-1), ...beside(-1), ...beside(1), ...citation(1)];
}

function labelOf(step: 1 | -1, place: string, translate: Translate): string {
  return translate(step === 1 ? 'evidence.next' : 'evidence.previous', { place });
}

/** What can be done with a card. */
export function actionsOf(article: ArticleText, view: View, hasGloss: boolean, translate: Translate) {
  const quote = quoteAt(view);
  const back =
    quote === null || quote.paragraph === view.paragraph
      ? null
      : { paragraph: quote.paragraph, part: partOf(article, quote) };
  // A neighbour's button may lead back already, and no two buttons may have the same id.
  const besides = [neighbour(article, view, -1), neighbour(article, view, 1)];
  const isBeside = besides.some(
    (place) => place?.paragraph === back?.paragraph && place?.part === back?.part,
  );
  const glossKey = view.glossed ? 'evidence.hideGloss' : 'evidence.showGloss';
  return [
    ...(back === null || isBeside
      ? []
      : [button({ customId: viewId.encode({ ...view, ...back }), label: translate('evidence.back') })]),
    ...(hasGloss
      ? [button({ customId: viewId.encode({ ...view, glossed: !view.glossed }), label: translate(glossKey) })]
      : []),
    quotationButton({ version: view.version, ...wordsOf(article, view) }, translate),
    button({ customId: postId.encode(view), label: translate('evidence.post') }),
  ];
}

/** The button of a card that was posted: opens the words for the one who taps. */
export function openButton(view: View, translate: Translate) {
  const quote = quoteAt(view);
  if (quote === null) return [];
  const label = `[${quote.marker}] ${placeOf(quote.paragraph, translate)}`;
  return [button({ customId: quoteId.encode({ ...quote, version: view.version }), label })];
}

/** What a card is about: the quote where the paragraph has it, else what is shown of the paragraph. */
function wordsOf(article: ArticleText, view: View): Range {
  const quote = quoteAt(view);
  const { paragraph, part } = view;
  if (quote?.paragraph === paragraph) return { paragraph, start: quote.start, end: quote.end };
  return { paragraph, ...(partsOf(article, paragraph)[part] ?? { start: 0, end: 0 }) };
}

function neighbour(article: ArticleText, { paragraph, part }: View, step: 1 | -1) {
  const parts = partsOf(article, paragraph);
  if (parts[part + step] !== undefined) return { paragraph, part: part + step };
  const beside = partsOf(article, paragraph + step);
  if (article.paragraphs[paragraph + step] === undefined) return null;
  return { paragraph: paragraph + step, part: step === 1 ? 0 : beside.length - 1 };
}
