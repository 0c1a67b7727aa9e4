import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSimplified } from '../../../src/knowledge/preparing/convert-script.ts';
import { collectReadings, dropReadings } from '../../../src/knowledge/preparing/readings.ts';
import { restoreBytes } from '../../../src/knowledge/preparing/restore-bytes.ts';
import { damage } from './damage.ts';

/** Shows every reading once, as the rest of a page does. */
const pageReadings = collectReadings('財(cái)政 數(shù)目 應(yīng)急 堅(jiān)持 學習(xí)');

function restore(line: string) {
  const { text, repairs } = restoreBytes(line, pageReadings);
  return { text: toSimplified(dropReadings(text).text), repairs };
}

describe('a quotation that begins a sentence', () => {
  test.each([
    '这是一次任务分解。“一人难挑千斤担”的道理大家都懂。',
    '会议提出了新模式。“五位一体”是它的名字。',
    '他们住在河边。“水来就走”是老规矩。',
    '干部要带头。“火车跑得快”大家都知道。',
    '新的办法来了。“学校要办好、老师要培养好。”他说到做到。',
    '他走了。“那个人叫李颉、你认识吗”她问。',
    '他走了。“今年种了63亩”她问。',
  ])('gets back the full stop whose byte was lost: %s', (sentence) => {
    const damaged = damage(sentence);
    expect(damaged).toContain('?!');
    const { text, repairs } = restore(damaged);
    expect(text).toBe(sentence);
    expect(repairs[0]?.bytes).toMatch(/^\[A1\]A3 A1B0 /);
  });
});

describe('a reading put in across two characters', () => {
  test.each(['教育也是斩断贫困代际传递的重要武器。', '培训填补了沿河当地应急救护的空白。'])(
    'names the byte that was lost: %s',
    (sentence) => {
      const damaged = damage(sentence);
      expect(damaged).toMatch(/\?[a-zà-ü]+\)/);
      expect(restore(damaged).text).toBe(sentence);
    },
  );

  test('is told from the characters that the page gives this reading', () => {
    const { repairs } = restore('也是斬?cái)嘭毨Т\uE33AH傳遞的武器');
    expect(repairs).toEqual([
      {
        step: 'restore-bytes',
        before: '?cái)嘭毨Т\uE33AH',
        after: '斷貧困代際',
        bytes: '[94]E0 D89A C0A7 B4FA EB48',
        reason: 'lost byte 94: the reading cái belongs to 財, D8 94',
      },
    ]);
  });
});

test('two lost bytes of one run are both restored', () => {
  const { text, repairs } = restore('培訓?!盎疖嚺艿每?,全靠車頭帶。');
  expect(text).toBe('培训。“火车跑得快,全靠车头带。');
  expect(repairs[0]?.bytes).toBe('[A1]A3 A1B0 BBF0 DC87 C5DC B5C3 BF[EC]');
});

test('the bytes of a repair are those of its two sides', () => {
  const { repairs } = restore(damage('会议提出了新模式。“五位一体”是它的名字。'));
  expect(repairs[0]).toMatchObject({ before: '?!拔逦灰惑w', after: '。“五位一體' });
  expect(repairs[0]?.bytes?.replace(/[[\] ]/g, '')).toBe('A1A3A1B0CEE5CEBBD2BBF377');
});

test('a closing quotation mark whose second byte was lost is told from the opening one', () => {
  const { text, repairs } = restore(damage('问题很多。“教育是根本”，这话不假。'));
  expect(text).toBe('问题很多。“教育是根本”,这话不假。');
  expect(repairs[0]?.bytes).toMatch(/ A1\[B1\]$/);
});

test('a character that nothing decides is left open, and the repair says so', () => {
  const { text, repairs } = restore(damage('村里来了客人。“稻子熟了2次”老人笑着说。'));
  expect(text).toBe('村里来了客人。“稻子熟□2次”老人笑着说。');
  expect(repairs[0]?.bytes).toMatch(/ C1\[\?\?\]$/);
  expect(repairs[0]?.reason).toMatch(/nothing in the page decides which byte was lost$/);
});

describe('a question mark', () => {
  test.each([
    '你好吗?我是A班的学生。',
    '为什么?因为他说“不”。',
    '真的?!太好了。',
    '谁?什么?哪里?',
    '谁?,什么?,哪里?,',
    '真的?:是的?;对?!',
    '?',
    'Who is it? 是我。',
    '今天星期几?B同学说是星期三。',
  ])('in clean text stays: %s', (text) => {
    expect(restoreBytes(text, pageReadings)).toEqual({ text, repairs: [] });
  });

  test('between any clean words stays', () => {
    const word = fc.constantFrom(
      '我们',
      '学校',
      '今天',
      '为什么',
      '可以',
      'A',
      ',',
      '!',
      '2018年',
      '河边',
      '！',
      '，',
      '吗',
      '。',
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.array(word, { maxLength: 12 }),
        (before, after) => {
          const text = `${before.join('')}?${after.join('')}`;
          expect(restoreBytes(text, new Map()).text).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('any line at all comes back without an error, restored once and for all', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('?', '?!', '?cái)', '斬', '嘭毨', 'H', '\uFFFD', '。'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = restoreBytes(pieces.join(''), pageReadings).text;
      expect(restoreBytes(once, pageReadings).text).toBe(once);
    }),
    { numRuns: 300 },
  );
});
