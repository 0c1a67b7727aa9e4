import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defuseLine, escapeLine, escapeShort, escapeText, toLine } from '../../src/discord/escape-text.ts';
import { lengthOf } from '../../src/discord/limits.ts';

/** What Discord reads in a text that is not behind a backslash. */
const active: readonly RegExp[] = [
  /@(?:everyone|here)/,
  /<(?:@[!&]?|#)\d+>/,
  /<t:\d+/,
  /<\/[^>]+:\d+>/,
  /<a?:\w+:\d+>/,
  /\[[^\]]*\]\([^)]*\)/,
  /(?:https?|ftp|discord|mailto|tel|sms|steam):[^\u200b]/i,
  /discord(?:app)?\.(?:gg|com|gift|new|li)|invite\.gg/i,
  /\*\*|__|~~|\|\||`/,
  /[*_]\S[^*_]*[*_]/,
  /^\s*(?:#{1,3} |-# |[-*+] |> |>>> |\d+[.)] )/m,
  /[\u202a-\u202e\u2066-\u2069\u00ad\u3164]|[\u{e0100}-\u{e01ef}]|(?!\n)\p{Cc}/u,
];

/** Takes away what is behind a backslash, as Discord does when it looks for formats. */
function withoutEscaped(text: string): string {
  return text.replace(/\\[^\p{L}\p{N}\s]/gu, '□');
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '@everyone',
          '@here',
          '<@123456789012345678>',
          '<@!1>',
          '<@&42>',
          '<#77>',
          '<t:1:R>',
          '</ask:1>',
          '<:x:1>',
        ],
        ...[
          '[click](https://evil.example)',
          'https://evil.example',
          'HTTP://x',
          'discord.gg/abc',
          'discord.gift/abc',
          'invite.gg/abc',
          'htt\u00adps://x',
          '\u3164',
          '\u{e0101}',
          'DISCORD.GG/x',
        ],
        ...[
          'mailto:a@b',
          '**',
          '*',
          '__',
          '_',
          '~~',
          '||',
          '`',
          '```',
          '\\',
          '\\\\',
          '# ',
          '-# ',
          '> ',
          '>>> ',
        ],
        ...[
          '- ',
          '1. ',
          '1) ',
          '+ ',
          '\n',
          '\r',
          '\u2028',
          ' ',
          '\u200b',
          '\u202e',
          '\u2066',
          '\u0000',
          '[1]',
          '(',
        ],
        ...['http', 's', ':', '//', 'discord', '.', 'gg', '@', 'every', 'one', '\ud800'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('escaped text', () => {
  it('formats, links and pings nothing, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const seen = withoutEscaped(escapeText(text));
        expect(active.filter((pattern) => pattern.test(seen))).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('shows the same letters, digits and punctuation', () => {
    const visible = (text: string): string =>
      text.replace(
        /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{M}\u2800\p{Cf}\p{Noncharacter_Code_Point}\s\ufffd]/gu,
        '',
      );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const shown = escapeText(text).replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
        expect(visible(shown)).toBe(visible(text.toWellFormed()));
      }),
    );
  });

  it('leaves the article’s own words as they are', () => {
    const text = '2017年3月，小康路上“先行一步”的江苏省张家港市（6,594万元，34.5%）——“攻坚战”';
    expect(escapeText(text)).toBe(text);
  });

  it('is on one line when it should be', () => {
    fc.assert(fc.property(hostile, (text) => !/[\n\r\u2028]/.test(escapeLine(text))));
  });

  it('is one line of what is seen where nothing is formatted', () => {
    expect(toLine(' a\u202e\n\tb*\u0000\u200b ')).toBe('a b*');
    expect(defuseLine('@everyone https://x discord.gg/y')).toBe(
      '@\u200beveryone https:\u200b//x discord.\u200bgg/y',
    );
    fc.assert(fc.property(hostile, (text) => !/[\n\r\u2028\u202e]/.test(toLine(text))));
  });

  it('is within the limit that it is given, and only shortened where it must be', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 4, max: 60 }), (text, limit) => {
        const escaped = escapeShort(text, limit);
        expect(lengthOf(escaped)).toBeLessThanOrEqual(limit);
        if (lengthOf(escapeLine(text)) <= limit && lengthOf(text) <= limit)
          expect(escaped).toBe(escapeLine(text));
      }),
    );
  });
});
