import { foldText } from '../../text/fold.ts';
import { findNumbers } from '../../text/numbers.ts';
import { findArticleNames } from './article-names.ts';
import { isDenied } from './denial.ts';
import type { Evidence } from './evidence.ts';
import { findNearCopies, type Gap } from './near-copies.ts';

/** Words that hold a negation and deny nothing. */
const harmlessHan =
  /不仅|不但|不断|不同|不少|不止|不只|不光|不单|不过|不管|不论|不久|不限|不得不|不可或缺|不错|不懈|不竭|不等|不妨|不愧|不禁|不惜|不足|无疑|无论|无数|无私|无偿|无缝|无限|无比|未来|未必不|非常|非遗|莫非|除非|非洲|没收|没落|并非不|离不开|少不了|缺不了|(?:并非|不)(?:全(?![面国县市省镇村民体力程年球心新])|都是?|所有|每)/gu;
const contrastHan = /(?:而不是|并不是|不是|而并非|并非|而非)/gu;
const negatorHan = /并未|从未|尚未|未曾|没有|毫无|绝不|并不|不曾|未|没|不|无|非/gu;
const harmlessEnglish =
  /^no[,.;:]\s|\bnot (?:the other way (?:a?round)?|vice versa|the reverse)\b|\bnot only\b|\bnot (?:all|every|each)\b|\bno (?:fewer|less|more|later) than\b|\bnot just\b|\bno longer only\b|\bnon-?\w+/giu;
const contrastEnglish =
  /,?\s*\b(?:but )?not\b(?=\s(?:the |a |an |in |from |by |to )?(?:\d|\p{Lu}))|\brather than\b|\binstead of\b/gu;
const negatorEnglish =
  /\b(?:not|never|no|without|cannot|neither|nor|none|nobody|nothing)\b|n['’]t\b|\b(?:fail(?:s|ed)?|refus(?:es|ed)) to\b|\black(?:s|ed|ing)?\b/giu;
const negatorJapanese = /ない|なかった|ません|なく(?!て)|ずに/u;
const harmlessJapanese = /ではなく|じゃなく|だけでなく|のみならず|少なくな|少なく|なくなる|なくす/gu;
const negatorKorean = /않|없|못|아니/u;
const harmlessKorean = /(?:이|가) 아니|뿐만 아니라|뿐 아니라|끊임없|아니라/gu;

type NegationFault = 'negation-added' | 'negation-dropped';

/** Compares what a statement denies with what its cited passages deny. A contrast (“34, not 43”) is no denial of the passage. */
export function findNegationFault(text: string, evidence: Evidence): NegationFault | null {
  if (isAboutSilence(text)) return 'negation-added';
  if (deniesAll(text)) return 'negation-added';
  const copied = compareCopies(text, evidence);
  if (copied !== null) return copied;
  const passage = foldHan(evidence.texts.join('\n'));
  const isHan =
    !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u.test(text) &&
    /\p{Script=Han}/u.test(text);
  if (isHan)
    return compareHan(foldHan(withoutContrast(text, evidence)), passage, foldHan(evidence.quotes.join('\n')));
  const passageDenies =
    new RegExp(negatorHan.source, 'u').test(passage) || evidence.texts.some(deniesInWords);
  if (!deniesElsewhere(text))
    return evidence.glosses.some((gloss) => dropsDenial(text, gloss)) ? 'negation-dropped' : null;
  return passageDenies || evidence.glosses.some(deniesInWords) ? null : 'negation-added';
}

/** “The article does not say …”: nothing in the article can prove it. The outcome says it instead. */
function isAboutSilence(text: string): boolean {
  return (
    /(?:文章|文中|原文|本文|全文|材料|段落|资料|資料)\p{Script=Han}{0,6}(?:未|没有|沒有|没|沒|不)\p{Script=Han}{0,2}(?:提到|提及|说明|說明|给出|給出|涉及|说|說|记载|記載|披露|交代)/u.test(
      foldText(text).text,
    ) ||
    /\b(?:article|passages?|text|document)\b[^.]{0,20}\b(?:does not|do not|doesn['’]t|don['’]t|never|no)\b[^.]{0,12}\b(?:say|mention|state|specify|give|provide|information|indicate)/iu.test(
      text,
    )
  );
}

function foldHan(text: string): string {
  return foldText(text).text.replace(harmlessHan, (word) => '〇'.repeat(word.length));
}

/** The statement with “而不是 X” taken out, and “不是 X” where X is a number or a name: that denies X, not what happened. */
function withoutContrast(text: string, evidence: Evidence): string {
  const folded = foldText(text).text;
  const numbers = findNumbers(folded).filter((number) => number.certain && isDenied(folded, number));
  const names = findArticleNames(evidence.article).own;
  return folded.replace(contrastHan, (word, at: number) => {
    const rest = at + word.length;
    const denies =
      word.startsWith('而') ||
      numbers.some(({ start }) => start >= rest && start - rest < 3) ||
      names.some((name) => folded.startsWith(name, rest));
    return denies ? '' : word;
  });
}

function compareHan(statement: string, passage: string, quotes: string): NegationFault | null {
  const said = findDenied(statement);
  const known = findDenied(passage);
  const plain = removeNegators(passage);
  for (const { predicate } of said) {
    if (known.some((other) => sharesPredicate(other.predicate, predicate))) continue;
    if (known.length === 0 || (predicate.length > 1 && plain.includes(predicate.slice(0, 2))))
      return 'negation-added';
  }
  for (const { predicate } of findDenied(quotes)) {
    const start = predicate.slice(0, 2);
    if (start.length < 2 || said.some((other) => sharesPredicate(other.predicate, predicate))) continue;
    const isSaidElsewhere = removeNegators(quotes).includes(start);
    if (!isSaidElsewhere && removeNegators(statement).includes(start)) return 'negation-dropped';
  }
  return null;
}

interface Denied {
  /** The first Han characters after a negation. */
  readonly predicate: string;
}

function findDenied(text: string): Denied[] {
  return [...text.matchAll(negatorHan)].map((match) => {
    const after = text.slice(match.index + match[0].length).match(/^[\p{Script=Han}]{0,6}/u)?.[0] ?? '';
    return {
      predicate: after.replace(/^[曾能会可要被得再有过是]{1,2}(?=\p{Script=Han}{2})/u, '').slice(0, 4),
    };
  });
}

function sharesPredicate(one: string, other: string): boolean {
  return (
    one === other ||
    (one.length > 1 &&
      other.length > 1 &&
      (one.startsWith(other.slice(0, 2)) || other.includes(one.slice(0, 2))))
  );
}

/** What is said without any denial, for telling whether a predicate also stands unnegated. */
function removeNegators(text: string): string {
  return text.replace(new RegExp(`(?:${negatorHan.source})\\p{Script=Han}{0,4}`, 'gu'), '　');
}

/** “并非 …”, and nothing said instead. */
function deniesAll(text: string): boolean {
  return (
    /^(?:事实)?(?:并非|并不是|并没有|不是)(?!(?:不|没有|无)|[^，,；;：:]*[全都每])/u.test(
      foldText(text).text,
    ) && !/而是|[，,;；]\s*是|应(?:该|当)?[是为]/u.test(foldText(text).text)
  );
}

/** In a clause that copies the article, a denial where it has none, or none where it has one. */
function compareCopies(text: string, evidence: Evidence): NegationFault | null {
  const sources = [...evidence.paragraphs, ...evidence.glosses];
  for (const { gaps } of findNearCopies(withoutCorrection(text), sources)) {
    for (const gap of gaps) {
      const said = countDenials(gap, gap.said);
      const known = countDenials(gap, gap.known);
      if (said === known) continue;
      if (said > known) return 'negation-added';
      // What is left out at either end may be another clause.
      const isWithin = gap.left !== '' && gap.right !== '';
      if ((isWithin || gap.said !== '') && gap.known.length <= longestDenial) return 'negation-dropped';
      if (gap.left === '' && gap.said === '' && denialAtEnd.test(gap.known)) return 'negation-dropped';
    }
  }
  return null;
}

/** The statement without “…，不是 X” and “而不是 X”: they deny what is not the article's. */
function withoutCorrection(text: string): string {
  return foldText(text)
    .text.replace(contrastHan, (word) => (word.startsWith('而') ? '，' : word))
    .replace(/(?<=[，。；,;].*)(?<=[，；,;]\s*)(?:不是|并非|并不是)[^，。；,;]*/gu, '')
    .replace(
      /,?\s*\b(?:rather than|instead of)\b[^,.;]*|(?:,\s*|(?<=\d\s)|\b(?:but|and) )not\s(?:the |a |an |in |from |by |to )?\d[^,.;]*/giu,
      '',
    );
}

/** Beyond so many letters a gap holds more than a denial. */
const longestDenial = 12;
const denialAtEnd = /(?:未|没有?|不|无|非|不再|没能|未能|拒绝|\bnot|\bnever|\bno)$/u;
/** In copied words these deny as well. */
const denials =
  /并未|从未|尚未|未曾|未能|没有|没能|毫无|绝不|并不|不曾|不再|拒绝|未|没|不|无|非|\b(?:not|never|no|without|cannot|neither|nor|none|nobody|nothing)\b/gu;

/** How many denials words have between their neighbours: 不 before 断 is none. */
function countDenials({ left, right }: Gap, words: string): number {
  const isHan = /\p{Script=Han}/u.test(left + words + right);
  const [before, after] = isHan ? [left.slice(-2), right.slice(0, 3)] : [`${left} `, ` ${right}`];
  const text = (before + words + after).replace(harmlessHan, '').replace(/\bnot (?:only|just)\b/gu, '');
  return text.match(denials)?.length ?? 0;
}

function deniesInWords(text: string): boolean {
  return new RegExp(negatorEnglish.source, 'iu').test(
    text.replace(harmlessEnglish, '').replace(contrastEnglish, ''),
  );
}

function deniesElsewhere(text: string): boolean {
  if (/\p{Script=Hangul}/u.test(text)) return negatorKorean.test(text.replace(harmlessKorean, ''));
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
    return negatorJapanese.test(text.replace(harmlessJapanese, ''));
  return deniesInWords(text);
}

/** Whether a gloss denies something that the statement says plainly in the same words. */
function dropsDenial(text: string, gloss: string): boolean {
  const plain = text.toLowerCase();
  return [...gloss.replace(harmlessEnglish, '').matchAll(negatorEnglish)].some((match) => {
    const rest = gloss
      .replace(harmlessEnglish, '')
      .slice(match.index + match[0].length)
      .toLowerCase();
    const words = (rest.split(/[,.;]/)[0] ?? '').match(/\p{L}{4,}/gu)?.slice(0, 3) ?? [];
    return words.length > 1 && words.every((word) => plain.includes(word));
  });
}
