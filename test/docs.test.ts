/** Holds the pages to the code: commands, variables, both languages, links. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ApplicationCommandOptionType } from 'discord.js';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { moderatorPages, writeSettings } from '../docs/settings-table.ts';
import { commands } from '../src/commands/index.ts';
import { variableNames } from '../src/config.ts';
import { messages } from '../src/locales/translator.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = [
  'README.md',
  'README.zh-CN.md',
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

interface Form {
  readonly name: string;
  readonly options?: readonly (Form & { readonly type: number; readonly required?: boolean })[];
}

/** How a command is typed: `/ask question [private]`, `/config set setting value`. */
function usagesOf({ name, options = [] }: Form): string[] {
  const subcommands = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  if (subcommands.length > 0) return subcommands.flatMap(usagesOf).map((usage) => `${name} ${usage}`);
  const typed = options.map((option) => (option.required === true ? option.name : `[${option.name}]`));
  return [[name, ...typed].join(' ')];
}

const slashCommands = commands.map(({ data }): Form => data).filter(({ name }) => /^[a-z]+$/.test(name));
const slashNames = slashCommands.map(({ name }) => name);
const usages = slashCommands.flatMap(usagesOf);

const english = ['README.md', 'docs/members.md', 'docs/moderators.md'];
const inChinese = (path: string): string => path.replace('.md', '.zh-CN.md');
const commandPages = english.slice(0, 2).flatMap((path) => [path, inChinese(path)]);
const codesOf = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

describe('pages', () => {
  it.each(commandPages)('%s names every command with its options', (path) => {
    expect(usages).toContain('ask question [private]');
    expect(
      usages.filter((usage) => !/^config /.test(usage) && !read(path).includes(`\`/${usage}\``)),
    ).toEqual([]);
    expect(read(path)).toContain('`/config');
  });

  it.each(moderatorPages)('$path names what /config does, and has every setting as it is', (page) => {
    const text = read(page.path);
    const own = usages.filter((usage) => usage.startsWith('config '));
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter((usage) => !text.includes(`\`/${usage}\``))).toEqual([]);
    expect(writeSettings(text, page) === text, 'run `npm run docs`').toBe(true);
  });

  it.each([...commandPages.map((path) => [path, path.includes('zh-CN') ? 'zh-CN' : 'en-US'] as const)])(
    '%s names both message menus',
    (path, locale) => {
      expect(read(path)).toContain(messages[locale]['menu.askAbout.name']);
      expect(read(path)).toContain(messages[locale]['menu.check.name']);
    },
  );

  it.each(['docs/members.md', 'docs/moderators.md'])(
    '%s and its translation call things as the bot does',
    (path) => {
      const others = ['Apps', 'see', 'use', 'APP', '那有多少？', '管理服务器'];
      const called = {
        'en-US': tokensOf(path).flatMap((token) => (token.type === 'em' ? [String(token.text)] : [])),
        'zh-CN': [...read(inChinese(path)).matchAll(/\*\*(.+?)\*\*|“([^“”]+)”/g)].map(
          ([, strong, quoted]) => strong ?? quoted ?? '',
        ),
      };
      for (const locale of ['en-US', 'zh-CN'] as const) {
        const isSaid = (name: string) =>
          Object.values(messages[locale]).some((words) => words.startsWith(name));
        expect(called[locale].length).toBeGreaterThan(5);
        expect(called[locale].filter((name) => !isSaid(name) && !others.includes(name))).toEqual([]);
      }
    },
  );

  it.each(pages)('%s names no command that is not there', (path) => {
    const named = tokensOf(path).flatMap((token) =>
      token.type === 'codespan' ? (/^\/([a-z]+)(?: |$)/.exec(token.text)?.slice(1) ?? []) : [],
    );
    const others = ['embeddings', 'healthz', 'readyz', 'metrics'];
    expect(named.filter((name) => !slashNames.includes(name) && !others.includes(name))).toEqual([]);
  });

  it.each(english.map(inChinese))('%s names commands in Chinese only as Discord shows them', (path) => {
    const shown = Object.entries(messages['zh-CN']).flatMap(([key, name]) =>
      /^command\..*\.name$/.test(key) ? [name] : [],
    );
    const named = codesOf(read(path)).flatMap(
      (code) =>
        code
          .match(/^\/\p{Script=Han}.*/u)?.[0]
          .slice(1)
          .split(' ') ?? [],
    );
    expect(named.filter((word) => !shown.includes(word))).toEqual([]);
  });

  it.each(pages)('%s links to files that are there', (path) => {
    const targets = tokensOf(path).flatMap((token) =>
      token.type === 'link' || token.type === 'image' ? [String(token.href)] : [],
    );
    const files = [...targets, ...picturesOf(path)]
      .filter((target) => !/^(?:\w+:|#)/.test(target))
      .map((target) => target.replace(/#.*/, ''));
    expect(files.filter((file) => !existsSync(join(root, dirname(path), file)))).toEqual([]);
  });

  it.each(english)('%s and its translation lead to each other and have the same parts', (path) => {
    const translation = inChinese(path);
    expect(read(path)).toContain(`\n[简体中文](${basename(translation)})\n`);
    expect(read(translation)).toContain(`\n[English](${basename(path)})\n`);
    expect(shapeOf(translation)).toEqual(shapeOf(path));
    expect(picturesOf(translation).map(withoutLocale)).toEqual(picturesOf(path).map(withoutLocale));
  });

  it.each(english.slice(0, 2))('the tables of %s name the same in both languages', (path) => {
    const codes = (page: string) =>
      tokensOf(page).flatMap((token) => (token.type === 'table' ? [codesOf(token.raw).toSorted()] : []));
    expect(codes(path).flat().length).toBeGreaterThan(5);
    expect(codes(inChinese(path))).toEqual(codes(path));
  });

  it('the READMEs and .env.example have the variables that the code reads', () => {
    const inTable = (path: string) =>
      [...read(path).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    const inExample = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    for (const names of [inTable('README.md'), inTable('README.zh-CN.md'), inExample])
      expect(names.toSorted()).toEqual(variableNames.toSorted());
  });
});

function shapeOf(path: string): string[] {
  return tokensOf(path).flatMap((token) => {
    if (token.type === 'heading') return [`heading ${token.depth}`];
    if (token.type === 'table') return [`table of ${token.rows.length}`];
    return token.type === 'list_item' || token.type === 'code' ? [token.type] : [];
  });
}

function picturesOf(path: string): string[] {
  return [...read(path).matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, target = '']) => target);
}

/** A picture of each language is the same picture. */
function withoutLocale(picture: string): string {
  return picture.replace(/-(?:en-US|zh-CN)(?=\.png$)/, '');
}
