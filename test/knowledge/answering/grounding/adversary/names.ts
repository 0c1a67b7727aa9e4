/** The names of an article that nobody has listed, told by what names look like. */
import type { Article } from '../../../../../src/knowledge/article.ts';

const classes: readonly RegExp[] = [
  /《([^《》]{2,12})》/gu,
  /(?<=[，。、；在於于至到和與与：\n])(\p{Script=Han}{2,4}(?:大學|大学|學院|学院|公司|銀行|银行|醫院|医院|博物館|博物馆|協會|协会|委員會|委员会))/gu,
  /(?<=[，。、；在於于至到和與与：\n])(\p{Script=Han}{2}[市縣县省區区鎮镇國国島岛州])(?!\p{Script=Han}?[級级])/gu,
  /(\p{Script=Han}{2,5}·\p{Script=Han}{2,5})(?=[，。、；於于和與与的是在])/gu,
  /(?<![\p{Script=Latin}\d])([A-Z][A-Za-z]{2,})(?![\p{Script=Latin}\d])/gu,
];

export function readNames(article: Article): string[][] {
  const text = article.paragraphs.map((paragraph) => paragraph.text).join('\n');
  return classes
    .map((pattern) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))])
    .filter((names) => names.length > 1);
}
