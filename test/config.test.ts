import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Environment, loadConfig, readEnvironment, variableNames } from '../src/config.ts';
import { UserError } from '../src/errors.ts';

function refusalOf(environment: Environment): UserError {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('loadConfig', () => {
  it('needs nothing: the sandbox, no model, the shipped article, a file of its own', () => {
    expect(loadConfig({})).toEqual({
      discord: {
        token: null,
        apiUrl: 'https://discord.com/api',
        otherHost: false,
        guildId: null,
        messageContent: false,
        directMessages: true,
        shards: 1,
        requestsPerSecond: 50,
      },
      model: null,
      databaseUrl: 'file:data/footnote.db',
      articlePath: null,
      logLevel: 'info',
      watching: { http: null, tracing: null },
      secrets: [],
    });
  });

  it('takes a PostgreSQL database, whose password is a secret', () => {
    const url = 'postgresql://me:p%40ss-word@db.example.com:5433/footnote?sslmode=require';
    expect(loadConfig({ DATABASE_URL: url })).toMatchObject({
      databaseUrl: url,
      secrets: ['p%40ss-word', 'p@ss-word'],
    });
    for (const DATABASE_URL of [
      'postgres://',
      'postgres://host',
      'postgres:host/name',
      'postgres://host:x/name',
    ])
      expect(() => loadConfig({ DATABASE_URL })).toThrow(/DATABASE_URL: must be/);
  });

  it('takes an empty or blank value for unset', () => {
    const blank = Object.fromEntries(
      variableNames.map((name, index) => [name, index % 2 === 0 ? '' : ' \t']),
    );
    expect(loadConfig(blank)).toEqual(loadConfig({}));
  });

  it.each([
    ['on', true],
    ['TRUE', true],
    ['1', true],
    ['off', false],
    ['False', false],
    ['0', false],
  ])('reads %s as a switch', (value, expected) => {
    expect(loadConfig({ DISCORD_MESSAGE_CONTENT: value }).discord.messageContent).toBe(expected);
  });

  it.each([
    ['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api', true],
    ['http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api', true],
    ['http://127.0.0.1:4000/api/v10', 'http://127.0.0.1:4000/api', true],
    ['https://discord.com/api/v10/', 'https://discord.com/api', false],
  ])('takes the API at %s without version and slash', (value, apiUrl, otherHost) => {
    expect(loadConfig({ DISCORD_API_URL: value }).discord).toMatchObject({ apiUrl, otherHost });
  });

  it('has a model when a base URL alone is set, and knows that its name is only the default', () => {
    expect(loadConfig({ OPENAI_BASE_URL: 'http://localhost:11434/v1/' }).model).toEqual({
      apiKey: null,
      baseUrl: 'http://localhost:11434/v1',
      name: 'gpt-5.4-mini',
      prices: null,
      allowed: [{ name: 'gpt-5.4-mini', prices: null }],
      nameIsDefault: true,
      embeddingName: null,
      verifies: false,
    });
  });

  it('has a model when a key alone is set', () => {
    expect(
      loadConfig({
        OPENAI_API_KEY: 'sk-planted',
        OPENAI_MODEL: 'qwen3:8b',
        OPENAI_EMBEDDING_MODEL: 'bge-m3',
      }),
    ).toMatchObject({
      model: {
        apiKey: 'sk-planted',
        baseUrl: null,
        name: 'qwen3:8b',
        nameIsDefault: false,
        embeddingName: 'bge-m3',
        verifies: false,
      },
      secrets: ['sk-planted'],
    });
  });

  it('has no model when only models are named', () => {
    expect(loadConfig({ OPENAI_MODEL: 'qwen3:8b' }).model).toBeNull();
    expect(loadConfig({ OPENAI_MODELS: 'qwen3:8b' }).model).toBeNull();
  });

  it.each([
    [undefined, 'org/model-1', { tokensIn: 0.25, tokensCached: 0.025, tokensOut: 2 }],
    ['qwen3:8b', 'qwen3:8b', null],
    ['free', 'free', { tokensIn: 0, tokensCached: 0, tokensOut: 0 }],
  ])('uses %s of the models allowed, or the first, at its price', (OPENAI_MODEL, name, prices) => {
    const OPENAI_MODELS = ' org/model-1 = 0.25 / 0.025 / 2.00 ,qwen3:8b, free=0/0/0';
    const { model } = loadConfig({ OPENAI_API_KEY: 'key', OPENAI_MODELS, OPENAI_MODEL });
    expect(model).toMatchObject({ name, prices, nameIsDefault: false });
    expect(model?.allowed.map((allowed) => allowed.name)).toEqual(['org/model-1', 'qwen3:8b', 'free']);
  });

  it.each([
    'planted=',
    'planted=1',
    'planted=1/2',
    'planted=1/2/3/4',
    'planted=1/-2/3',
    'planted=1/2/1e9',
    'planted=1/2/.',
    'planted=$1/$2/$3',
    'planted model=1/2/3',
    '=1/2/3',
    'planted,',
    'planted, planted=1/2/3',
  ])('refuses models written as %s, in one line', (OPENAI_MODELS) => {
    const { message } = refusalOf({ OPENAI_MODELS });
    expect(message.split('\n')).toHaveLength(2);
    expect(message).toMatch(
      /OPENAI_MODELS: must be names of models .* such as gpt-5\.4-mini=0\.25\/0\.025\/2$/,
    );
    expect(message).not.toContain('planted');
  });

  it('refuses a model that is not among those allowed', () => {
    const { message } = refusalOf({ OPENAI_MODEL: 'planted', OPENAI_MODELS: 'one=1/1/1, two' });
    expect(message).toContain('OPENAI_MODEL: must be one of the models in OPENAI_MODELS');
    expect(message).not.toContain('planted');
  });

  const bad: Environment = {
    DISCORD_TOKEN: 'Bot planted-secret',
    DISCORD_API_URL: 'discord.com/planted-secret',
    DISCORD_GUILD_ID: 'planted-secret',
    DISCORD_MESSAGE_CONTENT: 'planted-secret',
    OPENAI_API_KEY: 'planted-secret\nwith a line break',
    OPENAI_BASE_URL: 'https://me:planted-secret@example.com',
    OPENAI_MODEL: 'planted secret',
    OPENAI_MODELS: 'planted secret',
    OPENAI_EMBEDDING_MODEL: 'planted secret',
    DATABASE_URL: 'mysql://me:planted-secret@example.com/footnote',
    LOG_LEVEL: 'planted-secret',
  };

  it('names every bad variable at once, each with what would be right', () => {
    const refusal = refusalOf(bad);
    expect(refusal.code).toBe('config-invalid');
    const named = refusal.message.split('\n').slice(1);
    expect(named.map((line) => line.trim().split(':')[0])).toEqual(Object.keys(bad));
    for (const line of named) expect(line).toMatch(/: must be .{10,}/);
  });

  it('never repeats a value, which may be a secret in the wrong place', () => {
    expect(refusalOf(bad).message).not.toMatch(/planted/);
  });

  it('accepts or refuses any environment in words, and repeats nothing of it', () => {
    const value = fc.string({ minLength: 12, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.constantFrom(...variableNames), value, (name, text) => {
        try {
          loadConfig({ [name]: text });
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect(error instanceof Error ? error.message : '').toContain(`${name}: must be`);
          expect(error instanceof Error ? error.message : '').not.toContain(text);
        }
      }),
    );
  });

  it.each([
    'file:',
    'file:/',
    'file://',
    'file:folder/',
    'file::memory:',
    'file:a.db?mode=ro',
    'data/a.db',
    'sqlite:a.db',
  ])('refuses the database %s', (value) => {
    expect(refusalOf({ DATABASE_URL: value }).message).toContain('DATABASE_URL');
  });
});

describe('what it is watched by', () => {
  it('serves this machine unless told otherwise, and sends traces to the collector’s own path', () => {
    expect(loadConfig({ HTTP_PORT: '9464' }).watching.http).toEqual({ port: 9464, host: '127.0.0.1' });
    expect(
      loadConfig({
        HTTP_PORT: '1',
        HTTP_HOST: '::',
        DATABASE_URL: 'postgres://me@localhost/footnote?password=p%40ss',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318/otlp/?tenant=a',
        OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc%3D, x-team=b',
      }),
    ).toMatchObject({
      watching: {
        http: { port: 1, host: '::' },
        tracing: {
          url: 'http://localhost:4318/otlp/v1/traces?tenant=a',
          headers: { authorization: 'Bearer abc=', 'x-team': 'b' },
          serviceName: 'footnote',
        },
      },
      secrets: expect.arrayContaining(['Bearer abc=', 'Bearer%20abc%3D', 'abc=', 'p%40ss', 'p@ss']),
    });
  });

  it.each([
    ['HTTP_PORT', '0'],
    ['HTTP_PORT', '65536'],
    ['HTTP_PORT', '80a'],
    ['HTTP_HOST', 'http://a'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a b=c'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%0d%0ab'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%zz'],
  ])('refuses the %s %s', (name, value) => {
    expect(refusalOf({ [name]: value }).message).toContain(`${name}: must be `);
  });
});

describe('.env.example', () => {
  it('names each variable once, and holds only values that are accepted', () => {
    const lines = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8').split('\n');
    const assignments = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('='));
    expect(assignments.map(([name]) => name).sort()).toEqual([...variableNames].sort());
    expect(loadConfig(Object.fromEntries(assignments))).toEqual(loadConfig({}));
  });
});

describe('readEnvironment', () => {
  const folders: string[] = [];

  afterEach(() => {
    delete process.env.FOOTNOTE_PLANTED;
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** The variable as it is read in a folder whose `.env` holds this, or that has none. */
  function readPlanted(file: string | Uint8Array | null): string | undefined {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-config-'));
    folders.push(folder);
    if (file !== null) writeFileSync(join(folder, '.env'), file);
    return readEnvironment(folder).FOOTNOTE_PLANTED;
  }

  it('reads .env of the folder', () => {
    expect(readPlanted('# a comment\nFOOTNOTE_PLANTED="from the file"\n')).toBe('from the file');
  });

  it('lets the process hide what the file says, even with nothing', () => {
    process.env.FOOTNOTE_PLANTED = '';
    expect(readPlanted('FOOTNOTE_PLANTED=file\n')).toBe('');
  });

  it('needs no file', () => {
    expect(readPlanted(null)).toBeUndefined();
  });

  it.each(['utf16le', 'utf8'] as const)(
    'reads a file that Windows saved as %s with a byte order mark',
    (encoding) => {
      expect(readPlanted(Buffer.from('\ufeffFOOTNOTE_PLANTED=yes\r\n', encoding))).toBe('yes');
    },
  );
});
