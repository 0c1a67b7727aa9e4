/** How alike two questions are, so that the answer to one answers the other: rather too seldom than once wrongly. */
import { findQuestionWords, removeQuestionWords } from '../retrieval/question-phrases.ts';
import { foldText } from '../text/fold.ts';
import { findNumbers } from '../text/numbers.ts';
import { tokenise } from '../text/tokenise.ts';

/** A question as it is compared. */
export interface ComparedQuestion {
  /** What must be the same in both: numbers and dates, what is asked for, and whether it is denied. */
  readonly fixed: string;
  /** What it is about: characters, words, and which stands beside which. */
  readonly terms: ReadonlySet<string>;
}

/**
 * Measured with `npm run bench:curated`. From `same` on an answer is given again: below it, another name or one word more
 * may hide in a long question. From `near` on, one gap holds both, and a moderator reads them; from
 * `offered` on (not measured: the asker judges), by their terms alone, who asked the one is shown the other to ask.
 */
export const likenessBounds = { same: 1, near: 0.5, offered: 0.4 } as const;

/** Only asks whether: no denial. */
const asksWhether = /(\p{Script=Han}{1,2})[不没]\1|不是吗|对不对?/gu;
const denial =
  /[不没未无非勿别]|ない|なかった|ません|않|없|못|아니|\b(?:not|never|no|without|cannot|except|nicht|kein\w*|ohne|nie|sans|pas|jamais|sin|nunca|não|sem)\b|n['’]t\b/gu;
/** Han that carries nothing, and is said or left out. */
const filler = /[的了吗呢吧啊呀嘛]/gu;

/** Question words that mean the same, by what they ask for; empty for those that ask for nothing. */
const askedBy: readonly (readonly [string, RegExp])[] = [
  ['when', /^(?:什么时候|什么时间|何时|啥时候|when)$/u],
  ['where', /^(?:什么地方|何地|何处|哪里|哪儿|where)$/u],
  ['who', /^(?:谁|何人|哪位|who|whom)$/u],
  ['why', /^(?:为什么|为何|为啥|因为什么|为甚么|why)$/u],
  ['how', /^(?:如何|怎么|怎样|怎么样|咋|咋样)$/u],
  ['what', /^(?:什么|甚么|啥|what)$/u],
  ['year', /^(?:何年|哪年|哪一年)$/u],
  ['how many', /^(?:有|是|达|达到|为)?多少$/u],
  ['whether', /^(?:是否|是不是|对吗|对不对|是吗)$/u],
  ['', /^(?:an?|the|is|are|was|were|be|been|do|does|did|has|have|had|please|tell|me|of)$/u],
  ['', /请|问|告诉|帮我|知道|了解|文章|文中|本文|该文|文$|说明|介绍|列举|列出/u],
];

/** Reads a question of any language for {@link likenessOf}. */
export function readForLikeness(question: string): ComparedQuestion {
  const folded = foldText(question).text.replace(filler, '');
  const denials = folded.replace(asksWhether, ' ').match(denial)?.length ?? 0;
  const numbers = findNumbers(folded).map(({ kind, exact, unit }) => `${kind} ${exact} ${unit}`);
  const asked: string[] = [];
  findQuestionWords(folded, (start, end) => {
    const word = folded.slice(start, end);
    const [meaning] = askedBy.find(([, pattern]) => pattern.test(word)) ?? [word];
    if (meaning !== '') asked.push(meaning);
  });
  const tokens = tokenise(removeQuestionWords(folded));
  const words = tokens.filter(({ kind }) => kind === 'word');
  const pairs = words.slice(1).map(({ term }, index) => `${words[index]?.term} ${term}`);
  return {
    fixed: JSON.stringify([numbers.toSorted(), denials % 2, asked.toSorted()]),
    terms: new Set([...tokens.map(({ term }) => term), ...pairs]),
  };
}

/** From 0 to 1, the share of terms in both; 0 where what must be the same is not. */
export function likenessOf(one: ComparedQuestion, other: ComparedQuestion): number {
  return one.fixed === other.fixed ? overlapOf(one, other) : 0;
}

/** From 0 to 1, the share of terms in both, whatever else is asked: enough to offer one to who asked the other. */
export function overlapOf(one: ComparedQuestion, other: ComparedQuestion): number {
  const both = one.terms.size + other.terms.size;
  return both === 0 ? 0 : (2 * one.terms.intersection(other.terms).size) / both;
}
