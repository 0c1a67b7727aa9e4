/** Words that make more or less of a number than the article does: “over 34”, 不到34名, “all of them”. */
import { type FoundNumber, findNumbers } from '../../text/numbers.ts';
import { agrees } from './check-numbers.ts';
import { isDenied } from './denial.ts';
import type { Evidence } from './evidence.ts';
import { foldApart } from './fold-apart.ts';

const boundBefore =
  /(?:超过|超出|逾|多于|高于|大于|不到|不足|少于|低于|小于|未满|未达|突破|more than|over|above|exceed(?:s|ed|ing)?|less than|fewer than|under|below|nearly|almost)\s*(?:了|a |the )?$/iu;
const boundAfter =
  /^\s*(?:\p{Script=Han}{0,2}?(?:以上|以下|未满|有余)|\+|or (?:more|fewer|less)\b|を超え|を上回|を下回|未満|이상|이하|미만|넘|초과|훨씬 넘|이 (?:훨씬 )?넘)/iu;
const changeBefore =
  /(?:增长|增加|上升|提高|提升|下降|减少|降低|增至|升至|降至|(?:increas|grew|grow|r[io]se|risen|fell|fall|declin|decreas|dropp)\p{L}*(?: by| to)?)\s*(?:了|到|为|至)?\s*$/iu;

/** Of a group: all of it, most of it, a part of it; and what says the same in the passages. */
const shares: readonly (readonly [said: RegExp, known: RegExp])[] = [
  [
    /(?<![非不])(?:全部|全都|所有|一律|无一例外|悉数)|(?<!\bnot )\ball (?:of )?(?!in\b|kinds\b)|(?<!\bnot )\bevery (?:one|single)\b|すべて|全員|모두|모든|전부/iu,
    /全|所有|都|皆|均|一切|\ball\b|\bevery\b|\beach\b|\bboth\b|\bwhole\b/iu,
  ],
  [
    /大部分|大多数|大半|\bmost of\b|\bmajority\b|ほとんど|대부분/iu,
    /大部分|大多数|大半|\bmost of\b|\bmajority\b/iu,
  ],
  [/半数|一半|过半|\bhalf\b|절반/iu, /半|\bhalf\b/iu],
];

/**
 * Finds a bound, a growth or a share that a statement adds to what its cited passages say. Returns the words, or null.
 * Where the passages bound, grow or share the same number, the statement may.
 */
export function findAddedQuantifier(statement: string, evidence: Evidence): string | null {
  const text = foldApart(statement);
  const sources = [...evidence.texts, ...evidence.glosses].map((source) => foldApart(source));
  for (const number of findNumbers(text)) {
    const said = readQualifier(text, number);
    if (said === null || isDenied(text, number)) continue;
    const known = sources.some((source) =>
      findNumbers(source).some((other) => agrees(number, other) && readQualifier(source, other) !== null),
    );
    if (!known) return said;
  }
  for (const [share, known] of shares) {
    const [said] = share.exec(text) ?? [];
    if (said !== undefined && !sources.some((source) => known.test(source))) return said;
  }
  return null;
}

function readQualifier(text: string, { start, end }: FoundNumber): string | null {
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 12);
  const found = boundBefore.exec(before) ?? changeBefore.exec(before) ?? boundAfter.exec(after);
  return found === null ? null : found[0].trim();
}
