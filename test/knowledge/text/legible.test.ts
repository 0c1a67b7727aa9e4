import { describe, expect, it } from 'vitest';
import { makeLegible } from '../../../src/knowledge/text/legible.ts';

describe('makeLegible', () => {
  it.each([
    ['what\u200b was\u200c built\u200d\u2060\ufeff', 'what was built'],
    ['\u202egnihtyna\u202c \u2066x\u2069 \u061cy', 'gnihtyna x y'],
    ['\u{e0049}\u{e0067}tags', 'tags'],
    ['soft\u00ad\u034fhyphen \u3164\u115f\uffa0\u2800', 'softhyphen '],
    ['葛\u{e0100}飾 data\ufe00\ufe0f', '葛飾 data'],
    ['z\u0300\u0301\u0302\u0303\u0304\u0305', 'z\u0300\u0301\u0302'],
    ['\ufdd0\uffff', ''],
  ])('makes %j what is seen of it', (text, seen) => {
    expect(makeLegible(text)).toBe(seen);
  });

  it.each(['👨‍👩‍👧', '❤️', '👩🏽‍🚀', '1️⃣', 'می‌خواهم', 'क्‍ष', 'Việt, ก็, 天地', ''])(
    'leaves %j as it is',
    (text) => {
      expect(makeLegible(text)).toBe(text);
    },
  );
});
