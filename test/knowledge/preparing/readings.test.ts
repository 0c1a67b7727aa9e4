import { expect, test } from 'vitest';
import { collectReadings, dropReadings, isAnnotated } from '../../../src/knowledge/preparing/readings.ts';

test('drops a reading behind its character, in either kind of bracket', () => {
  expect(dropReadings('脫貧攻堅(jiān)責任制（zhì）是')).toEqual({
    text: '脫貧攻堅責任制是',
    repairs: [
      { step: 'drop-readings', before: '堅(jiān)', after: '堅' },
      { step: 'drop-readings', before: '制（zhì）', after: '制' },
    ],
  });
});

test('counts like readings of one line', () => {
  expect(dropReadings('習(xí)習(xí)習(xí)').repairs).toEqual([
    { step: 'drop-readings', before: '習(xí)', after: '習', count: 3 },
  ]);
});

test.each(['10個鎮(區)與', '市(縣)部門', '一種(NBA)比賽', '見(2018)年', '句子(see below)', 'abc(jiān)'])(
  'keeps real brackets: %s',
  (text) => {
    expect(dropReadings(text).text).toBe(text);
  },
);

test('collects what the page calls each character', () => {
  const readings = collectReadings('長(cháng)江，縣長(zhǎng)，長(cháng)');
  expect(readings.get('長')).toEqual(new Set(['cháng', 'zhǎng']));
});

test('a page is annotated when readings stand all over it, not when an author gives a few', () => {
  expect(isAnnotated('攻堅(jiān)戰(zhàn)'.repeat(10))).toBe(true);
  expect(isAnnotated('重(zhòng)要的事')).toBe(false);
  expect(isAnnotated(`${'重(zhòng)'.repeat(12)}${'要'.repeat(2_000)}`)).toBe(false);
  expect(isAnnotated('')).toBe(false);
});
