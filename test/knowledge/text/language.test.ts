import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/knowledge/text/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['什么', 'zh-CN'],
    ['作者', 'zh-CN'],
    ['投入了多少资金？', 'zh-CN'],
    ['投入了多少資金？', 'zh-TW'],
    ['誰寫的', 'zh-TW'],
    ['里面有什么', 'zh-CN'],
    ['GDP多少', 'zh-CN'],
    ['请问East-West cooperation是什么意思', 'zh-CN'],
    ['の是什么', 'zh-CN'],
    ['著者は？', 'ja'],
    ['支援金の総額', 'ja'],
    ['誰が書きましたか', 'ja'],
    ['ﾊﾝｶｸ ﾓｼﾞ', 'ja'],
    ['저자는 누구입니까?', 'ko'],
    ['临海市은 어디', 'ko'],
    ['Who is 林远', 'en'],
    ['What does 县域观察 say', 'en'],
    ['hello', 'en'],
    ['Zhangjiagang poverty', 'en'],
    ['¿Quién escribió el artículo?', 'es'],
    ["Combien d'argent", 'fr'],
    ['Wie viel Geld', 'de'],
    ['Quem escreveu o artigo?', 'pt'],
    ["Chi ha scritto l'articolo?", 'it'],
    ['Кто автор статьи?', 'ru'],
    ['Хто написав статтю?', 'uk'],
    ['من كتب المقال', 'ar'],
    ['ใครเขียน', 'th'],
    ['', 'und'],
    ['2017?', 'und'],
    ['😀', 'und'],
  ])('takes %j for %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('gives a language tag for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(detectLanguage(text)).toMatch(/^[a-z]{2,3}(-[A-Z]{2})?$/);
      }),
    );
  });
});
