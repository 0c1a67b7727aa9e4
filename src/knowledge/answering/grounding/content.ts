/** Which words carry what is said, and which only hold it together. */
import { remember } from '../../text/remember.ts';
import { tokenise } from '../../text/tokenise.ts';

const functionHan = new Set(
  '的了是在和与與及或也都就而且被把对對将將从從到为為以于於之其这這那有不一个個着著过過等则則即并並所由向上中下内外里裡后後前时時地得会會能可要又还還很更最吗嗎呢吧啊么麼什哪谁誰几幾多少何如',
);
const functionWords = new Set(
  'a an the of in on at by to for from with as and or but nor so if is are was were be been being am do does did has have had it its this that these those he she they them his her their we our you your i me my not no there here than then also such which who whom whose what when where why how can could will would shall should may might must into over under about between among during after before more most some any all each both other out up down very'.split(
    ' ',
  ),
);

/** How many characters (Han, Kana, Hangul) or words (the rest; a number counts as two) of a folded text carry meaning. */
export function countContent(folded: string): number {
  let count = 0;
  for (const [run] of folded.matchAll(
    /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\p{N}+|[\p{L}\p{M}]/gu,
  )) {
    if (/^\p{N}/u.test(run)) count += 2;
    else if (/^\p{Script=Han}$/u.test(run)) count += functionHan.has(run) ? 0 : 1;
    else count += 0.34;
  }
  const words = folded.split(/[^a-z]+/);
  return words.some((word) => functionWords.has(word) && word === folded) ? 0 : count;
}

/** The terms of a text that carry meaning: bigrams without a function character, words that are not function words; no numbers. */
export const findContentTerms: (text: string) => ReadonlySet<string> = remember((text) => {
  const terms = new Set<string>();
  for (const { term, kind } of tokenise(text)) {
    if (/^\p{N}/u.test(term) || kind === 'character') continue;
    if (
      kind === 'bigram' &&
      [...term].some((character) => functionHan.has(character) || /\p{N}/u.test(character))
    )
      continue;
    if (kind === 'word' && (functionWords.has(term) || term.length < 2)) continue;
    terms.add(term);
  }
  return terms;
});

/** The Han characters of a text that carry meaning, folded: what Japanese and Chinese have in common. */
export function findContentCharacters(text: string): Set<string> {
  const characters = tokenise(text).filter(
    ({ term, kind }) => kind === 'character' && /\p{Script=Han}/u.test(term),
  );
  return new Set(characters.map(({ term }) => term).filter((term) => !functionHan.has(term)));
}
