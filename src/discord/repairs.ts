/** What was left out of the source and repaired in it, a few a page: the whole record, for a reader who checks it. */
import { UserError } from '../errors.ts';
import type { Article, Repair } from '../knowledge/article.ts';
import { placeOf } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { type ComponentHandler, defineCard } from './component-handler.ts';
import { defineComponentId, toWholeNumber } from './component-ids.ts';
import { escapeShort } from './escape-text.ts';
import { pagerRow } from './pager.ts';
import type { ButtonParts, Payload } from './payload.ts';

const pageSize = 12;
/** Of each text of a repair, and of a piece that was left out. */
const repairedLength = 30;
const removedLength = 90;

const repairsId = defineComponentId<{ readonly version: string; readonly page: number }>({
  name: 'repairs',
  toParts: ({ version, page }) => [version, page],
  fromParts([version = '', number, ...rest]) {
    const page = toWholeNumber(number);
    return page === null || rest.length > 0 ? null : { version, page };
  },
});

/** The button that opens the record; null for an article without one. */
export function repairsButton(article: Article, translate: Translate): ButtonParts | null {
  const { removed, repairs } = article.provenance;
  if (removed.length + repairs.length === 0) return null;
  return {
    customId: repairsId.encode({ version: article.version, page: 0 }),
    label: translate('repairs.button'),
  };
}

export const repairsHandlers: readonly ComponentHandler[] = [
  defineCard({
    id: repairsId,
    place: 'in-place',
    show: ({ version, page }, { services: { article }, translate }) => {
      if (version !== article.version)
        throw new UserError('expired', 'the record is of another version of the article');
      return renderPage(article, page, translate);
    },
  }),
];

function renderPage(article: Article, page: number, translate: Translate): Payload {
  const { removed, repairs } = article.provenance;
  const total = removed.length + repairs.length;
  const first = page * pageSize;
  const left = removed.slice(first, first + pageSize).map(({ what, text }) =>
    translate('repairs.removed', {
      what: escapeShort(what, repairedLength * 2),
      text: escapeShort(text, removedLength),
    }),
  );
  const from = Math.max(0, first - removed.length);
  const mended = repairs
    .slice(from, from + pageSize - left.length)
    .map((repair) => describeRepair(repair, translate));
  const lines = [...left, ...mended];
  if (lines.length === 0) throw new UserError('expired', 'the record has no such page');
  const range = translate('repairs.page', { first: first + 1, last: first + lines.length, total });
  return {
    content: [`**${range}**`, ...lines.map((line) => `• ${line}`)].join('\n'),
    components: pagerRow(
      page,
      Math.ceil(total / pageSize) - 1,
      (number) => repairsId.encode({ version: article.version, page: number }),
      translate,
    ),
  };
}

const stepKeys = {
  'drop-readings': 'repairs.step.drop-readings',
  'convert-script': 'repairs.step.convert-script',
  'set-punctuation': 'repairs.step.set-punctuation',
  'join-name': 'repairs.step.join-name',
  'split-keywords': 'repairs.step.split-keywords',
  'restore-bytes': 'repairs.step.restore-bytes',
} as const;

function describeRepair({ step, where, before, after, count }: Repair, translate: Translate): string {
  const shown = (text: string): string => escapeShort(text, repairedLength) || translate('repairs.nothing');
  const known = Object.entries(stepKeys).find(([name]) => name === step);
  const name = known === undefined ? escapeShort(step, repairedLength) : translate(known[1]);
  const place = typeof where === 'number' ? placeOf(where, translate) : escapeShort(where, repairedLength);
  return `${place} · ${name}: ${shown(before)} → ${shown(after)}${count === undefined ? '' : ` ×${count}`}`;
}
