import { expect, test } from 'vitest';
import { convertScript } from '../../../src/knowledge/preparing/convert-script.ts';

test.each([
  ['沿著這個思路', '沿着这个思路'],
  ['自然和人文資源稟賦', '自然和人文资源禀赋'],
  ['著名的著作', '著名的著作'],
  ['乾淨的乾隆', '干净的乾隆'],
  ['簽定合作框架協議', '签定合作框架协议'],
  ['什麼，頭髮，發展', '什么，头发，发展'],
])('%s becomes %s', (traditional, simplified) => {
  expect(convertScript(traditional).text).toBe(simplified);
});

test('simplified text stays as it is, with nothing to record', () => {
  const text = '扶贫先扶志、扶贫必扶智。了解、干部、什么、准确，2018年。';
  expect(convertScript(text)).toEqual({ text, repairs: [] });
});

test('records each character that it changed, once, with its count', () => {
  expect(convertScript('縣與縣').repairs).toEqual([
    { step: 'convert-script', before: '縣', after: '县', count: 2 },
    { step: 'convert-script', before: '與', after: '与' },
  ]);
});
