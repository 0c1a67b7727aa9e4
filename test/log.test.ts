import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UpstreamError, UserError } from '../src/errors.ts';
import { createLog, type LogFields, shortLine } from '../src/log.ts';

function openLog(secrets: readonly string[] = [], level: 'debug' | 'warn' = 'debug') {
  const lines: string[] = [];
  const log = createLog({ level, secrets, destination: { write: (line) => void lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') };
}

/** Fields as a careless caller could pass them, past the types. */
function careless(fields: Record<string, unknown>): LogFields {
  return fields;
}

const token = `MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.${'abcdefghijklmnopqrstuvwxyz'.repeat(2)}`;

describe('createLog', () => {
  it('writes an event with its fields as one JSON line', () => {
    const { log, lines, last } = openLog();
    log.info('question-answered', {
      guildId: '1',
      outcome: 'answered',
      milliseconds: 12,
      stages: { answer: 10 },
    });
    expect(lines).toHaveLength(1);
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      event: 'question-answered',
      guildId: '1',
      outcome: 'answered',
      milliseconds: 12,
      stages: { answer: 10 },
    });
  });

  it('writes nothing below its level', () => {
    const { log, lines } = openLog([], 'warn');
    log.info('ready');
    log.debug('ready');
    log.warn('slow');
    log.error('broken');
    expect(lines).toHaveLength(2);
  });

  it('drops fields that are not allowed by name, and what is nested in those that are', () => {
    const { log, lines } = openLog();
    log.info(
      'asked',
      careless({
        question: 'planted',
        content: 'planted',
        outcome: { text: 'planted' },
        stages: { a: 'planted' },
      }),
    );
    expect(lines[0]).not.toContain('planted');
  });

  it('bounds long values', () => {
    const { log, last } = openLog();
    log.info('asked', { reason: 'x'.repeat(10_000) });
    expect(last().reason).toHaveLength(301);
  });

  it('keeps name, code, status and cause of an error, and where it was thrown', () => {
    const { log, last } = openLog();
    const error = new UpstreamError(
      'model',
      'http-500',
      Object.assign(new Error('planted'), { code: 'busy', status: 500 }),
    );
    log.error('model-failed', { error });
    expect(last().error).toMatchObject({
      name: 'UpstreamError',
      message: 'model: http-500',
      cause: { name: 'Error', code: 'busy', status: 500 },
    });
    expect(last().error.frames[0]).toContain('log.test.ts');
  });

  it('leaves out the message of an error that may repeat what it was given', () => {
    const { log, lines } = openLog();
    for (const text of ['planted question', '{"a": planted}']) {
      try {
        JSON.parse(text);
      } catch (error) {
        log.error('failed', { error });
      }
    }
    log.error('failed', { error: new Error('planted\n    at planted (file.ts:1:1)') });
    log.error('failed', { error: 'planted' });
    expect(lines.join('')).not.toContain('planted');
  });

  it('keeps the message of our own errors', () => {
    const { log, last } = openLog();
    log.error('refused', { error: new UserError('article-invalid', 'article.json: title is missing') });
    expect(last().error.message).toBe('article.json: title is missing');
  });

  it.each([
    ['a token', `logged in as ${token}`],
    [
      'the token of an interaction in a path',
      `/interactions/123456789012345678/${'aW50ZXJhY3Rpb246'.repeat(3)}/callback`,
    ],
    [
      'the token of a webhook in a path',
      `POST https://discord.com/api/v10/webhooks/123456789012345678/secretsecret?wait=true`,
    ],
    ['an API key', 'key sk-proj-secretsecret'],
    ['an authorization header', 'Authorization: Bearer secretsecret'],
    ['a password in an address', 'https://me:secretsecret@example.com/'],
  ])('takes out what is shaped like %s', (_, text) => {
    const { log, lines } = openLog();
    log.warn(text, { reason: text, permissions: [text], error: new UserError('planted', text) });
    expect(lines[0]).not.toMatch(/secretsecret|aW50|abcdefghijklm/);
  });

  it('takes a secret out wherever it is planted', () => {
    const secret = fc.string({
      minLength: 6,
      maxLength: 60,
      unit: fc.constantFrom(...'abzXYZ019-_.~+/=%$"\\'),
    });
    const around = fc.string({ maxLength: 400 });
    fc.assert(
      fc.property(secret, around, around, (planted, before, after) => {
        const text = `${before}${planted}${after}`;
        const { log, lines } = openLog([planted]);
        const error = new UserError('planted', text, {});
        const fields = {
          reason: text,
          permissions: [text],
          stages: { [text]: 1 },
          path: encodeURIComponent(planted),
          error,
        };
        log.error(text, fields);
        // What is left may hold the secret only where the replacement or the line's own words make it up.
        const found = JSON.parse(lines[0] ?? '');
        const texts = [
          found.event,
          found.reason,
          found.path,
          ...found.permissions,
          ...Object.keys(found.stages),
          found.error.message,
        ];
        for (const left of texts) expect(left.replaceAll(/\[\w+\]/g, '\n')).not.toContain(planted);
      }),
    );
  });
});

describe('shortLine', () => {
  it('reads as time, level, event and fields on one line', () => {
    const { log, lines } = openLog();
    log.warn('database\n\u009baway', { reason: 'a\nb' });
    expect(shortLine(lines[0] ?? '').replace(/^\d\d:\d\d:\d\d/, 'time')).toBe(
      'time warn  database  away {"reason":"a\\nb"}\n',
    );
  });
});
