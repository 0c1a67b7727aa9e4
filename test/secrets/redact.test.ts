/** A thousand planted secrets, in every place that text comes from: none is in the log, nor in what a crash prints. */
import Sqlite from 'better-sqlite3';
import { DiscordAPIError, HTTPError } from 'discord.js';
import fc from 'fast-check';
import { APIError } from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { errorText } from '../../src/describe-error.ts';
import { UpstreamError, UserError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { toUpstreamError } from '../../src/openai/upstream-error.ts';
import { createRedactor } from '../../src/redact.ts';
import { sandboxLines } from '../../src/start-lines.ts';
import { findPlanted, knownSecret, plantSecrets, spellKnown } from './planted.ts';

const seed = 7;
const planted = plantSecrets(seed, 1_000);

/** What libraries and we may throw with a text in it. */
function errorsWith(text: string): unknown[] {
  const url = `https://discord.com/api/v10${text.startsWith('/') ? text : `/${text}`}`;
  const body = { content: text, embeds: [{ url: text }] };
  const raw = {
    code: 50035,
    message: text,
    errors: { content: { _errors: [{ code: 'BAD', message: text }] } },
  };
  const refused = new DiscordAPIError(raw, 50035, 400, 'POST', url, { body, files: undefined });
  const failed = new HTTPError(502, text, 'PATCH', url, { body, files: undefined });
  const ofModel = APIError.generate(
    401,
    { message: text, code: text },
    text,
    new Headers({ 'x-request-id': 'a' }),
  );
  const ofSystem = Object.assign(new Error(text), {
    syscall: 'connect',
    code: 'ECONNREFUSED',
    address: text,
  });
  const named = Object.assign(new TypeError('odd'), { name: text, code: text });
  const moved = new RangeError('odd');
  moved.stack = `RangeError: ${text}\n    at ${text} (/app/src/main.ts:1:1)`;
  return [
    ...[refused, failed, ofModel, ofSystem, named, moved, text],
    ...[toUpstreamError(ofModel), new UpstreamError('discord', 'http-400', refused)],
    ...[
      new UserError('planted', text),
      new TypeError(text),
      new Error(text),
      new Sqlite.SqliteError(text, 'SQLITE_ERROR'),
    ],
    new AggregateError([new Error(text)], text, { cause: new TypeError(text, { cause: refused }) }),
  ];
}

// Each stack is mapped to the source, which takes longer than what is tested.
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 2;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

describe('a secret that only its shape tells', () => {
  it('is found by this test where nothing takes it out', () => {
    expect(findPlanted(planted.map(({ text }) => text).join('\n'), planted)).toHaveLength(planted.length);
    expect(new Set(planted.map(({ kind }) => kind)).size).toBeGreaterThan(60);
  });

  it('is not in the log, whatever holds it', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
    const found = planted.flatMap((one, turn) => {
      const { text } = one;
      const fields = { reason: text, path: text, host: text, permissions: [text], stages: { [text]: 1 } };
      log.info(text, { ...fields, code: text, way: `the request ${text} failed` });
      // A third in turn: each kind of secret meets each kind of error.
      for (const error of errorsWith(text).filter((_, index) => (index + turn) % 3 === 0))
        log.error('failed', { error });
      return findPlanted(lines.splice(0).join(''), [one]);
    });
    expect(found).toEqual([]);
  });

  it('is not in what a crash prints', () => {
    const redact = createRedactor([]);
    const found = planted.flatMap((one) =>
      findPlanted(
        errorsWith(one.text)
          .map((error) => errorText(error, redact))
          .join('\n'),
        [one],
      ),
    );
    expect(found).toEqual([]);
  });
});

it('a secret that is known is taken out however it is spelled', () => {
  fc.assert(
    fc.property(knownSecret, (value) => {
      const redact = createRedactor([value]);
      // Of base64, the first and last characters are of what stands beside it too.
      for (const [how, spelled] of Object.entries(spellKnown(value)))
        expect(redact(`before ${spelled} after`), how).not.toContain(spelled.slice(4, -4));
    }),
    { seed },
  );
});

it('the first lines name a server without what stands behind its address', () => {
  const { model } = loadConfig({ OPENAI_BASE_URL: 'https://model.example/v1?key=planted' });
  const lines = sandboxLines({ ...loadConfig({}), model }).join('\n');
  expect(lines).toContain('at https://model.example/v1,');
  expect(lines).not.toContain('planted');
});

it('what is no secret stays as it is', () => {
  const redact = createRedactor(['correct-horse-battery']);
  for (const text of [
    'DISCORD_TOKEN: must be the bot’s token from the developer portal, without “Bot ” before it',
    'OPENAI_API_KEY: must be the key of the model’s provider, in one piece',
    'Discord cannot be reached: it answers with HTTP status 502.',
    'GET https://discord.com/api/v10/channels/123456789012345678/messages?limit=50',
    'at async run (file:///app/src/discord/ask-by-interaction.ts:12:34)',
    'at /app/node_modules/@discordjs/rest/dist/index.js:727:15',
    'answers/123456789012345678/member/223456789012345678',
  ])
    expect(redact(text)).toBe(text);
});
