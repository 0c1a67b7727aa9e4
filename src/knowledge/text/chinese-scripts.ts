/** Which Chinese characters belong to one script only, and what each folds to. From OpenCC's character tables. */
import japaneseToTraditional from 'opencc-js/dict/JPShinjitaiCharacters';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/**
 * Pairs that OpenCC decides by phrase (了解 from 瞭解). Folding merges them everywhere, which is right for
 * comparing: texts and queries are folded alike, and what is shown is always the original.
 */
const mergedByFolding: readonly (readonly [string, string])[] = [
  ['瞭', '了'],
  ['著', '着'],
  ['藉', '借'],
  ['妳', '你'],
];

/** Japanese forms that are also Chinese characters with a meaning of their own. */
const japaneseButChinese = new Set('予弁欠缶芸糸払滝慎晃概瓶研翻萌褒郎');

/** Simplified characters that traditional texts use too, so that they tell nothing about the script. */
const inBothScripts = new Set(
  '里斗干于游岩采范后占征准辟凶咸云余郁朴划几岳丑杰尸伙熏夸吁涂台筑丰涌皂仆杠价佣确党愿叶跖膻蜡厘淀苹荐万胜恒种腌帘腊适广虫霉厂吃据柜咨虱' +
    '系注家布回向困姜岩幸并志念折挽担拾摆松板杯梁欲污秋表制舍致药证谷面只卷合周升卜借克别千占同吊吓旋曲朱杆栗注洒漓签累胡苏蔑证谥赞酸钟雇须',
);

/** Traditional characters that simplified texts use too. */
const alsoSimplified = new Set('乾瞭藉夥餘摺徵於覆著');

function readPairs(dictionary: string): [string, string][] {
  return dictionary.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return [from, to];
  });
}

const traditional = new Map(readPairs(traditionalToSimplified).filter(([from, to]) => from !== to));
const simplified = new Map(readPairs(simplifiedToTraditional).filter(([from, to]) => from !== to));

function toSimplified(character: string): string {
  return traditional.get(character) ?? character;
}

const knownSimplified = new Set(traditional.values());

const japanese = readPairs(japaneseToTraditional)
  .filter(([from]) => !traditional.has(from) && !knownSimplified.has(from) && !japaneseButChinese.has(from))
  .map(([from, to]): [string, string] => [from, toSimplified(to)]);

/** Traditional and Japanese characters with the simplified one that they fold to. 么 is left alone. */
export const foldedCharacters: ReadonlyMap<string, string> = new Map([
  ...japanese,
  ...traditional,
  ...mergedByFolding,
]);

/** True for a character that only texts in traditional script have. */
export function isTraditionalOnly(character: string): boolean {
  return traditional.has(character) && !alsoSimplified.has(character);
}

/** True for a character that only texts in simplified script have. */
export function isSimplifiedOnly(character: string): boolean {
  return simplified.has(character) && !inBothScripts.has(character);
}
