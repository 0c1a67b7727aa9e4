import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/knowledge/text/sentences.ts';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['他来了。她走了！真的？是的', ['他来了。', '她走了！', '真的？', '是的']],
    ['他说：“你好。”然后走了。', ['他说：“你好。”', '然后走了。']],
    ['增长3.5亿元。“谁？”，他问。', ['增长3.5亿元。', '“谁？”，他问。']],
    ['他说"你好。"后来走了。', ['他说"你好。"', '后来走了。']],
    ['他说。"你好。"走了。', ['他说。', '"你好。"', '走了。']],
    ['增长（见第3页。）后来。', ['增长（见第3页。）', '后来。']],
    ['啊！！！再说……好。', ['啊！！！', '再说……好。']],
    ['「そうです。」と言った。次の文。', ['「そうです。」と言った。', '次の文。']],
    [
      'Mr. Smith paid $3.5 million in the U.S. market. It rose. See Fig. 3.',
      ['Mr. Smith paid $3.5 million in the U.S. market. ', 'It rose. ', 'See Fig. 3.'],
    ],
    ['"Yes." He left. (He did.) Then?', ['"Yes." ', 'He left. ', '(He did.) ', 'Then?']],
    ['1. One thing. 2. Two.', ['1. One thing. ', '2. Two.']],
    ['Node.js is at example.com. Good.', ['Node.js is at example.com. ', 'Good.']],
    ['第一部分\n第二部分\n', ['第一部分\n', '第二部分\n']],
    ['', []],
    ['   ', ['   ']],
  ])('cuts %j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('gives ranges that together are exactly the text, on any text', () => {
    const pieces = fc.constantFrom(
      '。',
      '. ',
      '“',
      '”',
      '"',
      'Mr',
      'J',
      '3',
      '\n',
      ' ',
      '字',
      'と',
      '，',
      '\ud800',
      '!',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const ranges = splitSentences(text);
          expect(sentencesOf(text).join('')).toBe(text);
          for (const { start, end } of ranges) expect(end).toBeGreaterThan(start);
        },
      ),
    );
  });

  it.each(['J. ', 'a. "B ', '"', '1.', 'あ'])(
    'splits %j repeated a hundred thousand times, and loses nothing',
    (piece) => {
      const text = piece.repeat(100_000);
      expect(splitSentences(text).at(-1)?.end).toBeGreaterThanOrEqual(text.trimEnd().length);
    },
  );
});
