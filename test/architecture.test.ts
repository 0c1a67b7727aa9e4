/** The import rule of docs/architecture.md as a test: which folder may import which. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

/** Folder of src/ -> the folders of src/ and the packages (`vendor:`) that it may import. Itself, errors.ts, log.ts and telemetry.ts always. */
const allowed: Record<string, readonly string[]> = {
  'main.ts': ['*'],
  'start-lines.ts': ['config.ts'],
  'open-guilds.ts': ['config.ts', 'guilds', 'storage'],
  'run-sandbox.ts': [
    'config.ts',
    'discord',
    'exit-codes.ts',
    'knowledge',
    'shutdown.ts',
    'start-lines.ts',
    '..',
  ],
  'shutdown.ts': [],
  'compile-cache.js': [],
  'run-bounded.ts': [],
  knowledge: [
    'zod',
    'opencc-js',
    'iconv-lite',
    '@mixmark-io/domino',
    '@mozilla/readability',
    'snowball-stemmers',
    'marked',
    'lru-cache',
    'pinyin-pro',
    'run-bounded.ts',
  ],
  guilds: ['knowledge', 'run-bounded.ts', 'zod'],
  fleet: [],
  locales: ['knowledge', 'i18next'],
  openai: ['knowledge', 'openai', 'zod', '@streamparser/json', 'gpt-tokenizer'],
  charts: ['run-bounded.ts', 'chart.js', '@napi-rs/canvas'],
  storage: ['knowledge', 'guilds', 'fleet', 'better-sqlite3', 'kysely', 'pg', 'rate-limiter-flexible'],
  discord: [
    'charts',
    'knowledge',
    'guilds',
    'fleet',
    'locales',
    'config.ts',
    'exit-codes.ts',
    'discord.js',
    '@discordjs/ws',
    'discord-api-types',
    'ws',
  ],
  commands: ['charts', 'discord', 'knowledge', 'guilds', 'locales', 'discord.js', 'discord-api-types'],
  cli: ['knowledge', 'locales', 'openai', 'storage', 'config.ts', 'exit-codes.ts', 'redact.ts', 'zod'],
  watching: [
    'storage',
    'config.ts',
    'prom-client',
    '@opentelemetry/api',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace',
  ],
  'config.ts': ['config-kinds.ts', 'exit-codes.ts', 'secrets.ts', 'dotenv', 'zod'],
  'config-kinds.ts': ['zod'],
  'errors.ts': [],
  'log.ts': ['describe-error.ts', 'redact.ts', 'pino'],
  'end-process.ts': ['describe-error.ts', 'exit-codes.ts', 'redact.ts'],
  'describe-error.ts': ['redact.ts'],
  'redact.ts': [],
  'secrets.ts': [],
  'exit-codes.ts': [],
  'telemetry.ts': [],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

function importsOf(path: string): Import[] {
  const file = relative(source, path).split(sep).join('/');
  const specifiers = readFileSync(path, 'utf8').matchAll(
    /^(?:import|export)\b[^;]*?from '([^']+)'|\b(?:import|require)\('([^']+)'\)/gms,
  );
  return [...specifiers].flatMap(([, ...either]) => {
    const specifier = either.join('');
    if (specifier.startsWith('node:')) return [];
    const to = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
    return [
      {
        file,
        from: file.split('/')[0] ?? file,
        to: specifier.startsWith('.') ? (to.split('/')[0] ?? to) : packageOf(to),
      },
    ];
  });
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const imports = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => importsOf(join(source, name)));

function isAllowed({ from, to }: Import): boolean {
  const targets = allowed[from] ?? [];
  return (
    from === to ||
    ['errors.ts', 'log.ts', 'telemetry.ts'].includes(to) ||
    targets.includes('*') ||
    targets.includes(to)
  );
}

describe('architecture', () => {
  it('has a row for every folder of src/', () => {
    expect(imports.map(({ from }) => from).filter((from) => !(from in allowed))).toEqual([]);
  });

  it('imports run one way', () => {
    const broken = imports
      .filter((one) => !isAllowed(one))
      .map(({ file, to }) => `${file} may not import ${to}`);
    expect(imports.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  it('errors.ts and telemetry.ts import nothing', () => {
    expect(imports.filter(({ from }) => from === 'errors.ts' || from === 'telemetry.ts')).toEqual([]);
  });

  it('the environment is read in config.ts only', () => {
    const readers = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && readFileSync(join(source, name), 'utf8').includes('process.env'),
    );
    expect(readers).toEqual(['config.ts']);
  });
});
