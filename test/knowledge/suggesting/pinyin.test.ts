import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { createReadPinyin } from '../../../src/knowledge/suggesting/pinyin.ts';

const require = createRequire(import.meta.url);

it('stands for nothing while the dictionary cannot be loaded, and is read once it can', () => {
  let isThere = false;
  const read = createReadPinyin([{ text: '医疗帮扶', count: 1 }], () => {
    if (!isThere) throw new Error('no file can be opened');
    return require('pinyin-pro');
  });
  expect(read('yiliao')).toEqual([]);
  isThere = true;
  expect(read('yiliao')).toEqual([{ text: '医疗', share: 1 }]);
});
