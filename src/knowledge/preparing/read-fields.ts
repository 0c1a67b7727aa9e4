/** Takes the article's fields out of its lines: title, author, date, journal, keywords, note and editor. */
import type { ArticleFile } from '../article.ts';
import { toSimplified } from './convert-script.ts';
import type { PageHints, PageLine } from './page.ts';
import type { TextRepair } from './repair.ts';
import { measureWidth } from './width.ts';

/** The fields as far as the page has them; an empty string where it has not. */
export interface Fields
  extends Pick<ArticleFile, 'title' | 'author' | 'authorNote' | 'journal' | 'issue' | 'publishedAt'> {
  readonly editor: string;
  /** The row of keywords as it stood. */
  readonly keywordRow: string;
  readonly sourceUrl: string;
}

type FieldKey = keyof Fields;

export interface FieldsAndBody {
  readonly fields: Fields;
  readonly repairs: readonly (TextRepair & { where: string })[];
  /** The lines that are neither the title nor a field. */
  readonly body: readonly PageLine[];
}

/** Finds what a line says; the pattern's groups are named after fields. Lines are matched in simplified characters. */
const patterns: readonly RegExp[] = [
  /^(?:关键[词字]|keywords?)\s*[:：]\s*(?<keywordRow>.+)$/iu,
  /^(?:来源|网址|source|url)\s*[:：]\s*(?<sourceUrl>https?:\/\/\S+)$/iu,
  /^[（(]?(?:责任|本文|栏目)?编辑\s*[:：/]\s*(?<editor>[^）)]{1,40})[）)]?$/u,
  /^(?:editor|edited by)\s*[:：]?\s+(?<editor>.{1,60})$/iu,
  /^[（(](?<authorNote>(?:本文)?作者(?:简介|单位)?[系为是:：].+)[）)]$/u,
  /^(?<authorNote>(?:作者简介|about the author)\s*[:：].+)$/iu,
  /^(?:作者|文|author)\s*[:：/]\s*(?<author>.{1,60})$/iu,
  /^by\s+(?<author>\p{Lu}.{1,60})$/iu,
  /^(?:发布时间|发表于|日期|时间|date|published)?\s*[:：]?\s*(?<publishedAt>\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|\.\d{1,2}\.\d{1,2}|年\d{1,2}月\d{1,2}日)(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?)\s*(?<author>\p{L}[^。，,.]{1,30})?$/iu,
  /^《?(?<journal>[^\d《》。，]{1,30}?)》?\s*(?<issue>\d{4}\s*年\s*第?\s*\d+\s*期)$/u,
];

const headerLines = 12;
const footerLines = 6;
const widestName = 12;

/** The fields of an article's lines. What the lines do not say is taken from the page's hints. */
export function readFields(lines: readonly PageLine[], hints: PageHints): FieldsAndBody {
  const found = new Map<FieldKey, string>();
  const repairs: (TextRepair & { where: string })[] = [];
  const taken = new Set<number>();
  const take = (index: number, values: readonly (readonly [FieldKey, string])[]) => {
    taken.add(index);
    const where = nameField(values.map(([key]) => key));
    for (const repair of lines[index]?.repairs ?? []) repairs.push({ ...repair, where });
    for (const [key, value] of values) {
      const name = joinName(key, value);
      if (!found.has(key)) found.set(key, name);
      if (name !== value.trim())
        repairs.push({ step: 'join-name', where, before: value.trim(), after: name });
    }
  };
  const titleIndex = findTitle(lines, hints);
  if (titleIndex !== null) take(titleIndex, [['title', lines[titleIndex]?.text ?? '']]);
  for (const [index, { text, kind }] of lines.entries()) {
    const isNearEdge = index <= (titleIndex ?? 0) + headerLines || index >= lines.length - footerLines;
    if (taken.has(index) || kind === 'heading' || !isNearEdge) continue;
    const values = matchFields(text);
    if (values.length > 0) take(index, values);
  }
  takeName(lines, titleIndex ?? -1, taken, found, take);
  const fieldOf = (key: FieldKey) => found.get(key) ?? '';
  return {
    fields: {
      title: fieldOf('title') || hints.title,
      author: fieldOf('author') || hints.author,
      authorNote: fieldOf('authorNote'),
      journal: fieldOf('journal') || hints.journal,
      issue: fieldOf('issue'),
      publishedAt: toIsoDate(fieldOf('publishedAt')) || toIsoDate(hints.publishedAt),
      editor: fieldOf('editor'),
      keywordRow: fieldOf('keywordRow') || hints.keywords.join('、'),
      sourceUrl: fieldOf('sourceUrl') || hints.sourceUrl,
    },
    repairs,
    body: lines.filter((_, index) => !taken.has(index)),
  };
}

/** The title is the first heading when the page begins with one, or its first line when that is no sentence. */
function findTitle(lines: readonly PageLine[], hints: PageHints): number | null {
  const first = lines[0];
  if (!first) return null;
  if (hints.title !== '') {
    const same = lines.slice(0, headerLines).findIndex(({ text }) => text === hints.title);
    return same < 0 ? null : same;
  }
  return first.kind === 'heading' || (measureWidth(first.text) <= 60 && !/[。.；;，,]$/u.test(first.text))
    ? 0
    : null;
}

/** A line under the title that is a name only, once more or for the first time. */
function takeName(
  lines: readonly PageLine[],
  titleIndex: number,
  taken: ReadonlySet<number>,
  found: ReadonlyMap<FieldKey, string>,
  take: (index: number, values: readonly (readonly [FieldKey, string])[]) => void,
): void {
  const author = found.get('author') ?? '';
  for (const [index, { text, kind }] of lines.slice(0, titleIndex + headerLines).entries()) {
    if (taken.has(index) || kind === 'heading') continue;
    const name = joinName('author', text);
    const isName =
      author === '' ? index === titleIndex + 1 && /^[\p{Script=Han}·]{2,4}$/u.test(name) : name === author;
    if (isName && measureWidth(text) <= widestName) take(index, [['author', text]]);
  }
}

function matchFields(text: string): [FieldKey, string][] {
  const simplified = toSimplified(text);
  const probe = simplified.length === text.length ? simplified : text;
  for (const pattern of patterns) {
    const match = new RegExp(pattern, `${pattern.flags}d`).exec(probe);
    if (!match) continue;
    return Object.entries(match.indices?.groups ?? {}).flatMap(([key, range]): [FieldKey, string][] =>
      range && isFieldKey(key) ? [[key, text.slice(range[0], range[1])]] : [],
    );
  }
  return [];
}

const fieldKeys = {
  title: true,
  author: true,
  authorNote: true,
  journal: true,
  issue: true,
  publishedAt: true,
  editor: true,
  keywordRow: true,
  sourceUrl: true,
} as const satisfies Record<FieldKey, true>;

function isFieldKey(key: string): key is FieldKey {
  return Object.hasOwn(fieldKeys, key);
}

/** A name of two Chinese characters is often printed with a space in it. */
function joinName(key: FieldKey, value: string): string {
  const isName = key === 'author' || key === 'editor';
  return isName ? value.trim().replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '') : value.trim();
}

/** The field that a line's repairs are put down to: of a date and an author, or a journal and its issue, the words. */
function nameField(keys: readonly FieldKey[]): string {
  const key = keys.find((name) => name !== 'publishedAt') ?? keys[0] ?? 'title';
  return key === 'keywordRow' ? 'keywords' : key;
}

/** A date as a page writes it, as ISO 8601; an empty string where it is none. */
function toIsoDate(text: string): string {
  const match = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2}))?/u.exec(text.trim());
  if (!match) return '';
  const [, year = '', month = '', day = '', hour, minute = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (Number.isNaN(Date.parse(date))) return '';
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}`;
}
