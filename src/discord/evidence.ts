/** The evidence card: a paragraph with the exact words in bold, and ways to its neighbours and the answer's other citations. */
import { type Message, userMention } from 'discord.js';
import { UserError } from '../errors.ts';
import { findRefusal } from '../guilds/policy.ts';
import type { Article } from '../knowledge/article.ts';
import type { ArticleText } from '../knowledge/article-versions.ts';
import { findGloss } from '../knowledge/find-gloss.ts';
import { glossLine, placeOf } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import type { ReplyContext } from './command.ts';
import {
  type ComponentHandler,
  type ComponentInteraction,
  defineButton,
  defineCard,
} from './component-handler.ts';
import { escapeLine, escapeShort } from './escape-text.ts';
import { postId, quoteId, type Range, type View, viewId, withinId } from './evidence-ids.ts';
import { installedGuildId } from './installation.ts';
import { lengthOf, limits } from './limits.ts';
import { customIdsOf } from './message-text.ts';
import { type Part, partOf, partsOf, renderPart } from './paragraph-text.ts';
import { type ButtonParts, button, type Payload, plain, rowsOf } from './payload.ts';
import { askedByInteraction, missingForMember, namePermissions } from './permissions.ts';
import { quotationButton } from './quotation.ts';
import type { Services } from './services.ts';

export const evidenceHandlers: readonly ComponentHandler[] = [
  defineCard({
    id: quoteId,
    place: 'private',
    async show({ version, ...quote }, { services, translate }, { message }) {
      const article = await findVersion(version, services);
      const quotes = quotesOf(message, version, quote);
      const at = quotes.findIndex(({ marker }) => marker === quote.marker);
      const { paragraph } = quote;
      const view = { version, paragraph, part: partOf(article, quote), quotes, at, glossed: false };
      return renderCard(article, withinId(view), services, translate);
    },
  }),
  defineCard({
    id: viewId,
    place: 'in-place',
    show: async (view, { services, translate }) =>
      renderCard(await findVersion(view.version, services), view, services, translate),
  }),
  defineButton({ id: postId, place: 'channel', execute: post }),
];

/** What the message with the tapped button cites, in order, the tapped one as its id says. */
function quotesOf(message: Message, version: string, tapped: View['quotes'][number]): View['quotes'] {
  const others = customIdsOf(message).flatMap((id) => {
    const quote = quoteId.decode(id);
    return quote === null || quote.version !== version || quote.marker === tapped.marker ? [] : [quote];
  });
  return [...others, tapped].sort((a, b) => a.marker - b.marker);
}

/** Shows a card to all, where the member and the bot may speak; from there each opens a card of their own. */
async function post(
  interaction: ComponentInteraction,
  view: View,
  { services, translate, reply, notice }: ReplyContext,
): Promise<void> {
  const known = await services.guildSettings.load(installedGuildId(interaction));
  const refusal = findRefusal(askedByInteraction(interaction), known);
  if (refusal !== null) throw refusal;
  const missing = missingForMember(interaction);
  if (missing.length > 0)
    throw new UserError('post-not-allowed', 'the member may not speak there', {
      permissions: namePermissions(missing, translate),
    });
  if (notice !== null) return reply.whisper(plain(notice));
  const article = await findVersion(view.version, services);
  const { content } = renderCard(article, view, services, translate);
  const by = translate('evidence.postedBy', { member: userMention(interaction.user.id) });
  const quote = quoteAt(view);
  const open =
    quote === null
      ? []
      : [
          button({
            customId: quoteId.encode({ ...quote, version: view.version }),
            label: `[${quote.marker}] ${placeOf(quote.paragraph, translate)}`,
          }),
        ];
  await reply.finish([{ content: `${content}\n-# ${by}`, components: rowsOf(open) }]);
}

/** The article as it was when the answer was given. Throws `UserError('expired')` when that was never kept. */
async function findVersion(
  version: string,
  { article, articleVersions }: Pick<Services, 'article' | 'articleVersions'>,
): Promise<ArticleText> {
  if (version === article.version) return article;
  const older = await articleVersions.find(version);
  if (older === null) throw new UserError('expired', 'the button is of a version that was not kept');
  return older;
}

/** A card that says so where it shows an older version than the bot answers from now. */
function renderCard(
  article: ArticleText,
  view: View,
  services: Pick<Services, 'article'>,
  translate: Translate,
): Payload {
  const isOlder = article.version !== services.article.version;
  return renderView(article, view, translate, isOlder ? [translate('evidence.olderVersion')] : []);
}

/** A card of one paragraph from its beginning. Throws `UserError('paragraph-unknown')` when there is none of that number. */
export function renderParagraph(article: Article, paragraph: number, translate: Translate): Payload {
  if (article.paragraphs[paragraph] === undefined)
    throw new UserError('paragraph-unknown', `there is no paragraph ${paragraph}`, {
      last: article.paragraphs.length - 1,
    });
  const { version } = article;
  // Who reads has nothing else to go by.
  return renderView(article, { version, paragraph, part: 0, quotes: [], at: null, glossed: true }, translate);
}

function quoteAt({ quotes, at }: View): View['quotes'][number] | null {
  return (at === null ? null : quotes[at]) ?? null;
}

/** Throws `UserError('expired')` when the place is not in this version of the article. */
function renderView(
  article: ArticleText,
  view: View,
  translate: Translate,
  notices: readonly string[] = [],
): Payload {
  const paragraph = article.paragraphs[view.paragraph];
  const parts = partsOf(article, view.paragraph);
  const part = parts[view.part];
  const quote = quoteAt(view);
  if (paragraph === undefined || part === undefined || !view.quotes.every((each) => isIn(article, each)))
    throw new UserError('expired', 'the button leads to no place of the article');
  const shown = quote?.paragraph === view.paragraph ? quote : { start: 0, end: 0 };
  const marker = quote === null || shown !== quote ? '' : `[${quote.marker}] `;
  const title = [
    `**${marker}${escapeLine(placeOf(view.paragraph, translate))}**`,
    ...(paragraph.heading === null ? [] : [escapeShort(paragraph.heading, 150)]),
    ...(parts.length > 1 ? [translate('evidence.part', { part: view.part + 1, parts: parts.length })] : []),
  ].join(' · ');
  const text = renderPart(article, view.paragraph, part, shown, translate);
  const bold = shown.end > shown.start ? [translate('evidence.bold')] : [];
  const note = [...bold, ...notices].map((line) => `-# ${line}`);
  const room = limits.message - noteRoom - lengthOf([title, text, ...note].join('\n'));
  const gloss = glossOf(article, view, part, room, translate);
  return {
    content: [title, text, ...(view.glossed && gloss !== null ? [gloss] : []), ...note].join('\n'),
    components: [
      ...rowsOf(waysOn(article, view, translate).map(button)),
      ...rowsOf(actionsOf(article, view, gloss !== null, translate).map(button)),
    ],
  };
}

function isIn(article: ArticleText, quote: Range): boolean {
  const length = article.paragraphs[quote.paragraph]?.text.length ?? 0;
  return quote.start < quote.end && quote.end <= length;
}

/** Room for the line that says who posted a card. */
const noteRoom = 100;
/** Less room than this is not worth a translation. */
const leastRoom = 100;

/** The translation of what the reader came for: of the quote where the part holds some of it, else of the part. */
function glossOf(
  article: ArticleText,
  view: View,
  part: Part,
  roomLeft: number,
  translate: Translate,
): string | null {
  const quote = quoteAt(view);
  const { paragraph } = view;
  const isQuoted = quote?.paragraph === paragraph && quote.start < part.end && quote.end > part.start;
  const gloss = findGloss(article, { paragraph, ...(isQuoted ? quote : part) }, translate.locale);
  if (gloss === null || roomLeft < leastRoom) return null;
  const lineRoom = roomLeft - lengthOf(glossLine('', translate)) - 1;
  return glossLine(escapeShort(gloss, lineRoom), translate);
}

/** To the neighbours, and to the citations beside the one looked at. */
function waysOn(article: ArticleText, view: View, translate: Translate): ButtonParts[] {
  const to = (place: Partial<View>): string => viewId.encode({ ...view, ...place });
  const previous = neighbour(article, view, -1);
  const next = neighbour(article, view, 1);
  const citation = (step: 1 | -1) => {
    const at = view.at === null ? -1 : view.at + step;
    const quote = view.quotes[at];
    if (quote === undefined) return [];
    const customId = to({ at, paragraph: quote.paragraph, part: partOf(article, quote) });
    const place = `[${quote.marker}]`;
    return [{ customId, label: translate(step === 1 ? 'evidence.next' : 'evidence.previous', { place }) }];
  };
  return [
    ...citation(-1),
    ...(previous === null
      ? []
      : [
          {
            customId: to(previous),
            label: translate('evidence.previous', { place: placeOf(previous.paragraph, translate) }),
          },
        ]),
    ...(next === null
      ? []
      : [
          {
            customId: to(next),
            label: translate('evidence.next', { place: placeOf(next.paragraph, translate) }),
          },
        ]),
    ...citation(1),
  ];
}

function actionsOf(article: ArticleText, view: View, hasGloss: boolean, translate: Translate): ButtonParts[] {
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
      : [{ customId: viewId.encode({ ...view, ...back }), label: translate('evidence.back') }]),
    ...(hasGloss
      ? [{ customId: viewId.encode({ ...view, glossed: !view.glossed }), label: translate(glossKey) }]
      : []),
    quotationButton({ version: view.version, ...wordsOf(article, view) }, translate),
    { customId: postId.encode(view), label: translate('evidence.post') },
  ];
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
