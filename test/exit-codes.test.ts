import { describe, expect, it } from 'vitest';
import { UpstreamError, UserError } from '../src/errors.ts';
import { exitCodeFor, exitCodes } from '../src/exit-codes.ts';

describe('exitCodeFor', () => {
  it.each<[string, unknown, number]>([
    ['a bad configuration', new UserError('config-invalid', ''), 2],
    ['a bad article', new UserError('article-invalid', ''), 2],
    ['anything else that was put in', new UserError('question-empty', ''), 2],
    ['a wrong token', new UserError('token-wrong', ''), 3],
    ['an intent that is not allowed', new UserError('intents-disallowed', ''), 4],
    ['no way to Discord', new UserError('discord-unreachable', ''), 5],
    ['Discord being down', new UpstreamError('discord', 'http-500'), 5],
    ['the database of another program', new UserError('database-foreign', ''), 6],
    ['the database of a newer version', new UserError('database-newer', ''), 6],
    ['a backup that is broken', new UserError('database-broken', ''), 6],
    ['a database that others use', new UserError('database-held', ''), 7],
    ['a backup that cannot be written', new UserError('backup-failed', ''), 8],
    ['another process of the same bot', new UserError('already-running', ''), 7],
    ['a bug', new TypeError(), 1],
    ['what is no error at all', undefined, 1],
  ])('tells %s from the rest', (_, error, code) => {
    expect(exitCodeFor(error)).toBe(code);
  });

  it('has one number for one meaning', () => {
    expect(new Set(Object.values(exitCodes)).size).toBe(Object.keys(exitCodes).length);
  });
});
