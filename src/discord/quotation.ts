/** A passage to take away: the article's words with where they stand, ready to copy. */
import { UserError } from '../errors.ts';
import type { ArticleText } from '../knowledge/article-versions.ts';
import { formatPlainReference, formatReference } from '../knowledge/format-reference.ts';
import { makeLegible } from '../knowledge/text/legible.ts';
import { placeOf } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { type ComponentHandler, defineCard } from './component-handler.ts';
import { defineComponentId, toWholeNumber } from './component-ids.ts';
import { findVersion } from './find-version.ts';
import { lengthOf, limits, shorten } from './limits.ts';
import { button, type Payload, plain } from './payload.ts';

/** Words of a paragraph: UTF-16 offsets. */
interface Words {
  readonly version: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

const quotationId = defineComponentId<Words>({
  name: 'quotation',
  toParts: ({ version, paragraph, start, end }) => [version, paragraph, start, end],
  fromParts([version = '', ...rest]) {
    const [paragraph, start, end, ...more] = rest.map(toWholeNumber);
    if (paragraph == null || start == null || end == null || more.length > 0) return null;
    return { version, paragraph, start, end };
  },
});

/** The button of a card that gives these words as a quotation. */
export function quotationButton(words: Words, translate: Translate) {
  return button({ customId: quotationId.encode(words), label: translate('quotation.button') });
}

export const quotationHandlers: readonly ComponentHandler[] = [
  defineCard({
    id: quotationId,
    place: 'private',
    async show(words, { services, translate }) {
      const article = await findVersion(words.version, services);
      const text = article.paragraphs[words.paragraph]?.text.slice(words.start, words.end).trim() ?? '';
      if (text === '') throw new UserError('expired', 'the article has no such words');
      return renderQuotation(article, words.paragraph, text, translate);
    },
  }),
];

const longestReference = 300;

/** Both references with the words before each, where there is room for the words twice; else the words once. */
function renderQuotation(
  article: ArticleText,
  paragraph: number,
  text: string,
  translate: Translate,
): Payload {
  const place = placeOf(paragraph, translate);
  const today = new Date().toISOString().slice(0, 10);
  const forms = [
    {
      name: 'GB/T 7714-2015',
      reference: `${shorten(formatReference(article, today), longestReference)} (${place})`,
    },
    {
      name: translate('quotation.plain'),
      reference: `${shorten(formatPlainReference(article), longestReference)} (${place})`,
    },
  ];
  const quote = translate('answer.quoted', { quote: text });
  const whole = forms.map(({ name, reference }) => block(name, `${quote}\n${reference}`)).join('\n');
  if (lengthOf(whole) <= limits.message) return plain(whole);
  const references = forms.map(({ name, reference }) => block(name, reference)).join('\n');
  const room = limits.message - lengthOf(references) - lengthOf(block(place, '')) - 1;
  return plain(`${block(place, shorten(quote, room))}\n${references}`);
}

/** A block of code, in which Discord formats nothing; only what would end it must not stand in it. */
function block(name: string, text: string): string {
  const shown = makeLegible(text.toWellFormed()).replaceAll('`', 'ˋ');
  return `**${name}**\n\`\`\`\n${shown}\n\`\`\``;
}
