/** Discord's own markdown as HTML: what it formats is formatted, everything else stays the text it is. */
import { escapeHtml } from './html.ts';
import { wordTime } from './timestamp.ts';

/** What the ids in a text are called where it is read. */
export interface Names {
  user(id: string): string;
  role(id: string): string;
  channel(id: string): string;
}

/** Some text, with `\` before a character taken as that character. */
const some = String.raw`((?:\\[\s\S]|[^\\])+?)`;

/** What stands within a line, in the order in which it is tried: each has one rule, and the groups that it needs. */
const rules: readonly (readonly [RegExp, (groups: readonly string[], names: Names) => string])[] = [
  [/^\\([!-/:-@[-`{-~])/, ([character = '']) => escapeHtml(character)],
  [
    /^(`+)([^`][\s\S]*?)\1(?!`)/,
    ([, code = '']) => `<discord-code>${escapeHtml(code.trim())}</discord-code>`,
  ],
  [within('\\*\\*'), ([inner = ''], names) => `<strong>${renderLine(inner, names)}</strong>`],
  [within('__'), ([inner = ''], names) => `<u>${renderLine(inner, names)}</u>`],
  [within('~~'), ([inner = ''], names) => `<s>${renderLine(inner, names)}</s>`],
  [
    within('\\|\\|'),
    ([inner = ''], names) => `<discord-spoiler>${renderLine(inner, names)}</discord-spoiler>`,
  ],
  [new RegExp(`^\\*(?!\\s)${some}\\*`), ([inner = ''], names) => `<em>${renderLine(inner, names)}</em>`],
  [new RegExp(`^_${some}_(?!\\w)`), ([inner = ''], names) => `<em>${renderLine(inner, names)}</em>`],
  [
    /^\[((?:\\.|[^\\\]\n])+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/,
    ([label = '', url = ''], names) => link(url, renderLine(label, names)),
  ],
  [/^<(https?:\/\/[^\s<>]+)>/, ([url = '']) => link(url, escapeHtml(url))],
  [/^(https?:\/\/[^\s<>)]+)/, ([url = '']) => link(url, escapeHtml(url))],
  [/^<@!?(\d+)>/, ([id = ''], names) => mention('user', names.user(id))],
  [/^<@&(\d+)>/, ([id = ''], names) => mention('role', names.role(id))],
  [/^<#(\d+)>/, ([id = ''], names) => mention('channel', names.channel(id))],
  [/^<\/([^:>\n]+):\d+>/, ([name = '']) => mention('slash', name)],
  [
    /^<t:(\d{1,12})(?::([tTdDfFR]))?>/,
    ([time = '', style = 'f']) =>
      `<span class="time">${escapeHtml(wordTime(Number(time), style, Date.now()))}</span>`,
  ],
  [/^<a?(:\w+:)\d+>/, ([name = '']) => escapeHtml(name)],
];

/** Where anything of `rules` may begin: all before it is text. */
const mark = /[\\`*_~|[<]|https?:/;

/** A whole text: its lines become headings, quotes, lists, small print and paragraphs. */
export function renderMarkdown(text: string, names: Names): string {
  const [before = '', code, ...after] = text.split(/```(?:\w*\n)?([\s\S]+?)```/);
  if (code === undefined) return renderLines(text.split('\n'), names);
  const rest = text.slice(text.indexOf('```', text.indexOf(code, before.length)) + 3).replace(/^\n/, '');
  const block = `<pre class="code">${escapeHtml(code.replace(/\n$/, ''))}</pre>`;
  const head = before.replace(/\n$/, '');
  return [
    head === '' ? '' : renderLines(head.split('\n'), names),
    block,
    after.join('') === '' ? '' : renderMarkdown(rest, names),
  ].join('');
}

function renderLines(lines: readonly string[], names: Names): string {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const run = runFrom(lines, at, kindOf(line));
    blocks.push(renderRun(kindOf(line), run, names));
    at += run.length;
  }
  return blocks.join('');
}

type Kind = 'quote' | 'bullets' | 'numbers' | 'heading' | 'small' | 'empty' | 'text';
const openings: readonly (readonly [Kind, RegExp])[] = [
  ['quote', /^> /],
  ['bullets', /^\s*[-*] (?=\S)/],
  ['numbers', /^\s*\d+\. (?=\S)/],
  ['heading', /^#{1,3} (?=\S)/],
  ['small', /^-# (?=\S)/],
  ['empty', /^\s*$/],
];

function kindOf(line: string): Kind {
  return openings.find(([, opening]) => opening.test(line))?.[0] ?? 'text';
}

/** The lines that belong together: a heading and a line of small print stand alone. */
function runFrom(lines: readonly string[], start: number, kind: Kind): readonly string[] {
  if (kind === 'heading' || kind === 'small' || kind === 'empty') return lines.slice(start, start + 1);
  const after = lines.slice(start).findIndex((line) => kindOf(line) !== kind);
  return lines.slice(start, after === -1 ? undefined : start + after);
}

function renderRun(kind: Kind, run: readonly string[], names: Names): string {
  const opening = openings.find(([name]) => name === kind)?.[1] ?? /^/;
  const inner = run.map((line) => line.replace(opening, ''));
  const [first = ''] = inner;
  const items = () => inner.map((line) => `<li>${renderLine(line, names)}</li>`).join('');
  switch (kind) {
    case 'quote':
      return `<blockquote>${renderLines(inner, names)}</blockquote>`;
    case 'bullets':
      return `<ul>${items()}</ul>`;
    case 'numbers':
      return `<ol start="${Number.parseInt(run[0] ?? '1', 10)}">${items()}</ol>`;
    case 'heading':
      return `<h3 class="level-${(run[0] ?? '').indexOf(' ')}">${renderLine(first, names)}</h3>`;
    case 'small':
      return `<p class="small">${renderLine(first, names)}</p>`;
    case 'empty':
      return '<p class="empty"></p>';
    default:
      return `<p>${renderLine(inner.join('\n'), names)}</p>`;
  }
}

function renderLine(text: string, names: Names): string {
  let html = '';
  for (let rest = text; rest !== ''; ) {
    const next = rest.search(mark);
    if (next !== 0) {
      html += escapeHtml(next === -1 ? rest : rest.slice(0, next));
      rest = next === -1 ? '' : rest.slice(next);
      continue;
    }
    const [taken, shown] = takeMark(rest, names);
    html += shown;
    rest = rest.slice(taken);
  }
  return html;
}

function takeMark(rest: string, names: Names): readonly [taken: number, shown: string] {
  for (const [rule, render] of rules) {
    const match = rule.exec(rest);
    if (match !== null) return [match[0].length, render(match.slice(1), names)];
  }
  return [1, escapeHtml(rest.slice(0, 1))];
}

function within(fence: string): RegExp {
  return new RegExp(`^${fence}${some}${fence}`);
}

function link(url: string, shown: string): string {
  return `<a href="${escapeHtml(url)}">${shown}</a>`;
}

function mention(type: 'user' | 'role' | 'channel' | 'slash', name: string): string {
  return `<discord-mention type="${type}">${escapeHtml(name)}</discord-mention>`;
}
