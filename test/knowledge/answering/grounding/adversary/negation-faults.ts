/** Denials put in, and denials left out. */
import { type Change, changed, changeOne, choose, type Maker } from './draft.ts';

const verbs =
  '建立|成立|开展|落实|支持|带动|派出|组织|实现|打造|提升|培育|捐赠|帮助|融资|探索|参与|安排|构建|开设|输出|填补|举办|签定|结对|召开|造出|批准|发生|运送|卖给|付|增加|设计|负责|使用|推迟|达到|通车|减少|计划|反对|要求|保留|取消|开馆|展出|承担|引进|表示|节省|成为|获得|发行|出版|担任|加入|离开|进入|创立|创办|建造|发现|发明|提出|采用|使用|包括|拥有|位于|属于|来自|毕业|出生|去世|结婚|参加|击败|占领|统治|宣布|允许|禁止|搬到|搬走|提供|收集|花了|凑了|押|冲走|建立|設立|成立|舉辦|獲得|發行|擔任|離開|進入|創立|創辦|發現|發明|參加|擊敗|占領|宣布|允許|使用|採用|擁有|屬於|來自|畢業|補助|整理|修好|開放|收集|設計|負責|影響|影响|推翻|贏得|赢得|生产|生產|销售|銷售|上映|播出|演唱|主演|改编|改編|翻译|翻譯|支付|研究|训练|訓練|培养|保护|保護|破坏|破壞';

const deniers = ['没有', '未', '并未', '不', '从未', '尚未', '未曾', '并没有', '没能', '拒绝'];

/** Before a verb that takes up a clause's subject or begins it. */
const deny: Change = changeOne(
  new RegExp(`(?<=[\\p{Script=Han}])(?<![的之所未没不被将以])(?:${verbs})`, 'gu'),
  ([verb], pick) => `${choose(deniers, pick)}${verb}`,
);

const denyBeing: Change = changeOne(
  /(?<=[\p{Script=Han}”」》])(?<![不但也就都还只可而正便又总于算或若要凡像])是(?![否非])/gu,
  (_, pick) => choose(['不是', '并非', '并不是', '从来不是'], pick),
);
const denyAbility: Change = changeOne(
  /(?<![不可未很就才只若])(?:可以|能够|能|会|應該|应该|會)(?=\p{Script=Han}{2})(?![力议員员者量计計够源长])/gu,
  ([word]) => (/^[可能应應会會]/u.test(word) ? `不${word}` : null),
);
const denyHaving: Change = changeOne(
  /(?<=[\p{Script=Han}]{2})(?<![没所只拥擁具含享占持原固仅还富稀独設带国國公私既未唯])有(?=[\p{Script=Han}\d“「《])(?![关效限力些时利趣名的人關為])/gu,
  () => '没有',
);
const denyInEnglish: Change = changeOne(
  /\b(was|were|is|are|has|have|had|did|can|could)\b(?! not| no\b)/giu,
  ([word], pick) => (pick(2) === 0 ? `${word} not` : `${word} never`),
);
const denyPast: Change = changeOne(
  /\b(they|he|she|it|families|storm|garden) (laid|agreed|took|proposed|cost|began|gave|came|kept)\b/giu,
  (match) => `${match[1]} never ${match[2]}`,
);

const harmless = /(?:不仅|不但|不断|不同|不少|不止|不只|不过|不管|不论|不久|不得不|不足|不等|非常)/u;
const dropped = [
  [
    /(?:并没有|並沒有|没有|沒有|从未|從未|并未|並未|尚未|未曾|未(?=[\p{Script=Han}]{2})(?<!不)|没(?!有|收|落)|不再)/gu,
    '',
  ],
  [/不(?=[能会會可同收是曾再允准许許得愿願必应應])/gu, ''],
  [/(?:无法|無法)/gu, '可以'],
  [/(?:并非|並非)/gu, '是'],
] as const;

const affirm: Change = (text, pick) => {
  if (harmless.test(text)) return null;
  const found = dropped.flatMap(([pattern, to]) =>
    [...text.matchAll(pattern)].map((match) => ({ match, to })),
  );
  const one = choose(found, pick);
  if (one === null) return null;
  const { match, to } = one;
  if (/^未[来來成必知]/u.test(text.slice(match.index))) return null;
  return text.slice(0, match.index) + to + text.slice(match.index + match[0].length);
};

const affirmInEnglish: Change = changeOne(
  /\b(?:did not|had not|has not|not|never|nobody|no)\b ?/giu,
  ([word]) => (/nobody/iu.test(word) ? 'everybody ' : ''),
);

const inEnglish =
  (maker: Maker, isEnglish: boolean): Maker =>
  (fact, world, pick) =>
    world.isChinese === isEnglish ? null : maker(fact, world, pick);

export const negationFaults: Readonly<Record<string, Maker>> = {
  'a verb denied': changed(deny),
  'being denied': changed(denyBeing),
  'ability denied': changed(denyAbility),
  'having denied': changed(denyHaving),
  'a denial left out': changed(affirm),
  'the whole denied': (fact, world, pick) =>
    world.isChinese && fact.isSentence && !/^(?:但|而|此外|其中)/u.test(fact.text)
      ? changed((text) => `${choose(['并没有', '并非'], pick)}${text}`)(fact, world, pick)
      : null,
  'denied in English': inEnglish(
    (fact, world, pick) => changed(pick(2) === 0 ? denyInEnglish : denyPast)(fact, world, pick),
    true,
  ),
  'a denial left out in English': inEnglish(changed(affirmInEnglish), true),
};
