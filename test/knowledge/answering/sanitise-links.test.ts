import { describe, expect, it } from 'vitest';
import { sanitise } from '../../../src/knowledge/answering/sanitise.ts';

const own = 'https://example.org/article';

describe('sanitise takes out', () => {
  it.each([
    ['a masked link whose target is no link', '看[这里](任何东西)吧', '看这里吧'],
    [
      'a link in angle brackets, with and without its lock',
      '<http://evil.example> <https://evil.example>',
      '',
    ],
    ['a command with sub-commands', '</ask the bot:3> now', 'now'],
    ['a token of several words', 'a <a: b c> d', 'a d'],
    ['a script', 'javascript:alert(1) x', '(1) x'],
    ['an address to write or to call', 'mailto:a tel:5 x', 'x'],
    ['a link with any scheme', 'see steam+x.y-z://run/5, x', 'see x'],
    ['a link up to the mark that ends it', '“www.evil.example”，好', '“”，好'],
    ['an invite of any spelling', 'discordapp.com/invite/x discord.new/y dsc.gg/z invite.gg/w 好', '好'],
    ['an invite up to the mark that ends it', '（discord.gg/abc）好', '（）好'],
    ['all but the article’s own link', `<${own}> <${own}x> ${own}x`, `<${own}>`],
  ])('%s', (_, text, clean) => {
    expect(sanitise(text, own)).toBe(clean);
  });

  it('every link where the article has none of its own', () => {
    expect(sanitise(`join discord.gg/abc <null> <${own}> ${own} now`, null)).toBe('join <null> now');
    expect(sanitise(`${own} now`)).toBe('now');
  });

  it('what is beyond its longest text', () => {
    expect(sanitise(`${'好'.repeat(6_000)}`)).toHaveLength(5_000);
  });
});

describe('sanitise leaves', () => {
  it.each([
    'javascript: the language',
    '5www.example',
    'éwww.example',
    'a[b]c(d)',
    'x <3 @ 5',
    'i <3 you',
    'T: 5',
  ])('%s', (text) => {
    expect(sanitise(text, own)).toBe(text);
  });

  it('the article’s own link, where it is one to Discord itself', () => {
    const discord = 'https://discord.com/blog/article';
    expect(sanitise(`见 ${discord} discord.com/invite/x`, discord)).toBe(`见 ${discord}`);
  });
});
