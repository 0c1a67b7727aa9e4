/** The moderators' queue as they see it: pages of questions that were left open, and a card for each. */
import { TimestampStyles, time } from 'discord.js';
import type { Gap, GapState } from '../guilds/gap-store.ts';
import { gapReasons, gapStates } from '../guilds/gap-store.ts';
import { findNearest } from '../knowledge/answering/find-nearest.ts';
import { remapPins } from '../knowledge/curated/curated-answer.ts';
import { placeOf, quoteInMarks } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import type { Moderated } from './change-settings.ts';
import type { Context } from './command.ts';
import { escapeShort } from './escape-text.ts';
import { gapCardId, gapDismissId, gapEditId, gapsPageId } from './gap-ids.ts';
import { pagerRow } from './pager.ts';
import { button, type Payload, rowsOf } from './payload.ts';

const pageSize = 5;
const questionLength = 200;
const answerLength = 400;
const shownWordings = 5;

/** One page of the gaps of a state. Throws `UpstreamError('database')`. */
export async function renderGaps(
  { guildId, known }: Moderated,
  { state, page }: { readonly state: GapState; readonly page: number },
  { services: { gaps }, translate }: Context,
): Promise<Payload> {
  const all = (await gaps.list(guildId)).filter((gap) => gap.state === state);
  const last = Math.max(0, Math.ceil(all.length / pageSize) - 1);
  const shownPage = Math.min(page, last);
  const first = shownPage * pageSize;
  const shown = all.slice(first, first + pageSize);
  const lines = shown.map((gap, index) =>
    [
      `**${first + index + 1}.** ${escapeShort(titleOf(gap), questionLength)}`,
      ...askedLine(gap, translate).map((line) => `-# ${line}`),
    ].join('\n'),
  );
  const cards = shown.map((gap, index) =>
    button({ customId: gapCardId.encode(gap), label: `${first + index + 1}`, style: 'primary' }),
  );
  const tabs = gapStates.map((one) =>
    button({
      customId: gapsPageId.encode({ state: one, page: 0 }),
      label: translate(`gaps.state.${one}`),
      disabled: one === state,
    }),
  );
  return {
    content: [
      `**${translate('gaps.title')}** · ${translate(`gaps.state.${state}`)}`,
      ...(known.settings.keepQuestions ? [] : [`-# ${translate('gaps.notKept')}`]),
      ...(lines.length === 0 ? [translate('gaps.empty')] : lines),
    ].join('\n'),
    components: [
      ...rowsOf(cards),
      ...pagerRow(shownPage, last, (number) => gapsPageId.encode({ state, page: number }), translate),
      ...rowsOf(tabs),
    ],
  };
}

/** All of one gap, with what can be done about it; `notice` is a line before it. */
export async function renderGap(
  gap: Gap,
  { services: { article, retriever }, translate }: Context,
  notice: string | null = null,
): Promise<Payload> {
  const question = titleOf(gap);
  const nearest = findNearest(article, question, await retriever.retrieve(question, { limit: 5 }));
  const { found, stale } = remapPins(gap.pins, article);
  const placesOf = (numbers: readonly number[]): string =>
    numbers.map((number) => placeOf(number, translate)).join(' ');
  const lines = [
    ...(notice === null ? [] : [notice, '']),
    `**${escapeShort(question, questionLength)}**`,
    ...askedLine(gap, translate),
    ...wordingsOf(gap)
      .slice(1, shownWordings)
      .map((wording) => `• ${escapeShort(wording, questionLength)}`),
    ...(nearest.length === 0 ? [] : ['', translate('gaps.nearest')]),
    ...nearest.map(
      ({ paragraph, quote }) =>
        `-# ${placeOf(paragraph, translate)} ${quoteInMarks(escapeShort(quote, questionLength), translate)}`,
    ),
    ...(found.length === 0 ? [] : ['', translate('gaps.pinned', { places: placesOf(found) })]),
    ...(stale.length === 0
      ? []
      : ['', translate('gaps.stale', { places: placesOf(stale.map(({ paragraph }) => paragraph)) })]),
    ...(gap.answer === null
      ? []
      : ['', translate('answer.footer.moderators'), `> ${escapeShort(gap.answer, answerLength)}`]),
  ];
  const buttons = [
    button({ customId: gapEditId.encode(gap), label: translate('gaps.answerButton'), style: 'primary' }),
    ...(gap.state === 'dismissed'
      ? []
      : [button({ customId: gapDismissId.encode(gap), label: translate('gaps.dismissButton') })]),
    button({
      customId: gapsPageId.encode({ state: gap.state, page: 0 }),
      label: translate('gaps.backButton'),
    }),
  ];
  return { content: lines.join('\n'), components: rowsOf(buttons) };
}

/** The moderators' wordings, or the members' own, each once. */
export function wordingsOf({ wordings, questions }: Gap): readonly string[] {
  return wordings.length > 0 ? wordings : [...new Set(questions.map(({ question }) => question))];
}

function titleOf(gap: Gap): string {
  return wordingsOf(gap)[0] ?? '';
}

/** How often, why and when last; nothing where no question is kept any more. */
function askedLine({ questions }: Gap, translate: Translate): readonly string[] {
  const [latest] = questions;
  if (latest === undefined) return [];
  const reasons = gapReasons
    .filter((reason) => questions.some((one) => one.reason === reason))
    .map((reason) => translate(`gaps.reason.${reason}`));
  const when = time(new Date(latest.askedAt), TimestampStyles.RelativeTime);
  return [translate('gaps.asked', { total: questions.length, reasons: reasons.join(', '), when })];
}
