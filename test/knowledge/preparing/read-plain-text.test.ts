import { expect, test } from 'vitest';
import { readPlainText } from '../../../src/knowledge/preparing/read-plain-text.ts';

test('every line of its own is a line, whatever ends it', () => {
  expect(readPlainText('一\r\n\r\n  二  \r三\u2028四\n\n\n')).toEqual(['一', '二', '三', '四']);
});

test('hard-wrapped English is joined with spaces', () => {
  const text =
    'The first storm took fifty-two baskets, and the families who had laid them\nmet in the old slipway house to talk about what the sea had left of all their\nwork.';
  expect(readPlainText(text)).toEqual([text.replaceAll('\n', ' ')]);
});

test('hard-wrapped Chinese is joined without', () => {
  const lines = [
    '那年秋天，街道办和摊主谈了七次，最后商定搬到下游三百米的河',
    '边空地，每个摊位宽两米，租金每月八十元，头一年只收一半的',
  ];
  expect(readPlainText([...lines, '租金。'].join('\n'))).toEqual([`${lines.join('')}租金。`]);
});

test('short lines and whole sentences stay apart', () => {
  const text = '2019-03-11 04:30\n群众 2019年3期\n关键词：张家港';
  expect(readPlainText(text)).toEqual(text.split('\n'));
});

test('an empty text has no lines', () => {
  expect(readPlainText(' \n\t\n')).toEqual([]);
});
