/** Holds the pages to the code: commands, variables, both languages, links. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { variableNames } from '../src/config.ts';
import { messages } from '../src/locales/translator.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

function tokensOf(path: string): Token[] {
  const tokens: Token[] = [];
  const { walkTokens } = marked;
  void walkTokens(marked.lexer(read(path)), (token) => {
    tokens.push(token);
  });
  return tokens;
}

const slashNames = commands.map(({ data }) => data.name).filter((name) => /^[a-z]+$/.test(name));

describe('pages', () => {
  it.each(['README.md', 'docs/members.md', 'docs/members.zh-CN.md'])('%s names every command', (path) => {
    expect(slashNames).toContain('privacy');
    expect(slashNames.filter((name) => !read(path).includes(`\`/${name}`))).toEqual([]);
  });

  it.each([
    ['README.md', 'en-US'],
    ['docs/members.md', 'en-US'],
    ['docs/members.zh-CN.md', 'zh-CN'],
  ] as const)('%s names both message menus', (path, locale) => {
    expect(read(path)).toContain(messages[locale]['menu.askAbout.name']);
    expect(read(path)).toContain(messages[locale]['menu.check.name']);
  });

  it.each(pages)('%s names no command that is not there', (path) => {
    const named = tokensOf(path).flatMap((token) =>
      token.type === 'codespan' ? (/^\/([a-z]+)(?: |$)/.exec(token.text)?.slice(1) ?? []) : [],
    );
    const others = ['embeddings'];
    expect(named.filter((name) => !slashNames.includes(name) && !others.includes(name))).toEqual([]);
  });

  it.each(pages)('%s links to files that are there', (path) => {
    const targets = tokensOf(path).flatMap((token) =>
      token.type === 'link' || token.type === 'image' ? [String(token.href)] : [],
    );
    const pictures = [...read(path).matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, target]) => target ?? '');
    const files = [...targets, ...pictures]
      .filter((target) => !/^(?:\w+:|#)/.test(target))
      .map((target) => target.replace(/#.*/, ''));
    expect(files.filter((file) => !existsSync(join(root, dirname(path), file)))).toEqual([]);
  });

  it('the two members pages have as many headings, rows and points', () => {
    const shape = (path: string) =>
      tokensOf(path).flatMap((token) =>
        token.type === 'heading'
          ? [`heading ${token.depth}`]
          : token.type === 'table'
            ? [`table of ${token.rows.length}`]
            : token.type === 'list_item' || token.type === 'code'
              ? [token.type]
              : [],
      );
    expect(shape('docs/members.zh-CN.md')).toEqual(shape('docs/members.md'));
  });

  it('the README and .env.example have the variables that the code reads', () => {
    const inReadme = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    const inExample = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(inReadme.toSorted()).toEqual(variableNames.toSorted());
    expect(inExample.toSorted()).toEqual(variableNames.toSorted());
  });
});
