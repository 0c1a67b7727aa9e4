/** What was left out of the source and repaired in it, a few a page: the whole record, for a reader who checks it. */
import { UserError } from '../errors.ts';
import type { Article, FieldName, Repair } from '../knowledge/article.ts';
import type { Furniture } from '../knowledge/preparing/cut-furniture.ts';
import { placeOf } from '../locales/describe-answer.ts';
import type { MessageKey } from '../locales/messages.ts';
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
      what: nameOf(what, furnitureKeys, translate),
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

const furnitureKeys = {
  'links to other pages': 'repairs.what.links',
  'a line of search words before the title': 'repairs.what.search-words',
  'a line without a word': 'repairs.what.no-words',
} as const satisfies Readonly<Record<Furniture, MessageKey>>;

const stepKeys = {
  'drop-readings': 'repairs.step.drop-readings',
  'convert-script': 'repairs.step.convert-script',
  'set-punctuation': 'repairs.step.set-punctuation',
  'join-name': 'repairs.step.join-name',
  'split-keywords': 'repairs.step.split-keywords',
  'restore-bytes': 'repairs.step.restore-bytes',
} as const;

const fieldKeys = {
  title: 'field.title',
  author: 'field.author',
  authorNote: 'field.authorNote',
  journal: 'field.journal',
  publishedAt: 'field.publishedAt',
  editor: 'field.editor',
  keywords: 'field.keywords',
  headings: 'field.headings',
} as const satisfies Readonly<Record<FieldName, MessageKey>>;

type Named = Extract<MessageKey, `repairs.${'what' | 'step'}.${string}` | `field.${string}`>;

/** The reader's word for a name in the record; an article file made otherwise may have names that nobody knows. */
function nameOf(name: string, keys: Readonly<Record<string, Named>>, translate: Translate): string {
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  return key === undefined ? escapeShort(name, repairedLength * 2) : translate(key);
}

/** A field's words end in a colon where its value follows. */
function withoutColon(label: string): string {
  return label.replace(/\s*[:：]\s*$/u, '');
}

function describeRepair({ step, where, before, after, count }: Repair, translate: Translate): string {
  const shown = (text: string): string => escapeShort(text, repairedLength) || translate('repairs.nothing');
  const name = nameOf(step, stepKeys, translate);
  const place =
    typeof where === 'number' ? placeOf(where, translate) : withoutColon(nameOf(where, fieldKeys, translate));
  return `${place} · ${name}: ${shown(before)} → ${shown(after)}${count === undefined ? '' : ` ×${count}`}`;
}
