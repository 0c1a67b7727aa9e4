import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitise } from '../../../src/knowledge/answering/sanitise.ts';

const own = 'https://example.org/article';

describe('sanitise', () => {
  it.each([
    ['看 https://evil.example/x?y=1 这里', '看 这里'],
    ['[点这里](https://evil.example)', '点这里'],
    ['![图](http://evil.example/a.png)', '图'],
    ['<https://evil.example>', ''],
    ['join discord.gg/abc now', 'join now'],
    ['join discord.com/invite/abc now', 'join now'],
    ['discord.gift/x discord.li/x discord.new/x invite.gg/x ok', 'ok'],
    ['dis\u00adcord.gg/x ok', 'ok'],
    ['\u3164a\u{e0101}', 'a'],
    ['www.evil.example', ''],
    ['ht\u200btps://evil.example', ''],
    ['hthttps://x tps://evil.example', 'hthttps:// tps://evil.example'.replace(/.*/u, '')],
    ['<@123> <@!123> <@&5> <#7> <:a:1> <a:b:2> </ask:3> <t:1:R> ok', 'ok'],
    ['<@<@1>2>', ''],
    ['@everyone and @here', '＠everyone and ＠here'],
    ['a\u202eb\u200bc\u{e0041}', 'abc'],
    ['一\n二\u0000三', '一 二 三'],
    ['metadata: value', 'metadata: value'],
    ['hotel:5', 'hotel:5'],
    ['mail a@b.example', 'mail a＠b.example'],
  ])('makes %j harmless', (text, expected) => {
    const clean = sanitise(text, own);
    if (expected !== '') expect(clean).toBe(expected);
    expect(clean).not.toMatch(/evil\.example\/|https?:\/\/evil|<[@#:]/u);
  });

  it("keeps the article's own link", () => {
    expect(sanitise(`见 ${own} 。`, own)).toBe(`见 ${own} 。`);
    expect(sanitise(`见 ${own}/../evil 。`, own)).toBe('见 。');
  });

  it('leaves ordinary text of any language as it is', () => {
    for (const text of [
      '累计落实帮扶资金6594万元。',
      'It’s 34, not 43: “yes”.',
      '中核教師（34名）が来た。',
      '네, 34명입니다.',
      'a < b > c',
    ]) {
      expect(sanitise(text, own)).toBe(text);
    }
  });

  const pieces = fc.constantFrom(
    'https://',
    'http://evil.example',
    'h',
    'ttps://',
    '://',
    'discord.gg/',
    'discord',
    '.gg/a',
    '<@',
    '<@&',
    '<#',
    '<:x:',
    '<a:',
    '>',
    '1',
    '@',
    'everyone',
    'here',
    '[',
    '](',
    ')',
    '!',
    '\u200b',
    '\u202e',
    ' ',
    'a',
    'www',
    '.x',
    own,
  );

  it('lets nothing through that links, pings, invites or hides, however it is put together, and is stable', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: pieces }, fc.string({ unit: 'binary', maxLength: 3 })), {
          maxLength: 24,
        }),
        (parts) => {
          const clean = sanitise(parts.join(''), own);
          const others = clean.replaceAll(own, '');
          expect(others).not.toMatch(/https?:\/\/[^\s<>"'（）()，。]/iu);
          expect(others).not.toMatch(/@(?:everyone|here)|<(?:@[!&]?|#|a?:\w+:)\d+>|discord\.gg\/\w/iu);
          expect(clean).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
          expect(sanitise(clean, own)).toBe(clean);
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it.each(['a', '<@', '[](', '[', ' ', '<@<#', '![](h', 'h://', '@', '\u0301', '<a: b'])(
    'ends over a long run of %j, and is stable',
    (piece) => {
      for (const text of [piece.repeat(40_000), piece.repeat(2_000) + '>'.repeat(2_000)])
        expect(sanitise(sanitise(text, own), own)).toBe(sanitise(text, own));
    },
  );
});
