/** The focus of a question: the very thing that is asked for ("观众" in 吸引了多少观众, "mayor" in "who is the mayor"). */
import { contentWords } from './content-words.ts';
import { isGeneral } from './general-words.ts';

const measure =
  '[个名位人所家户次场批期项类种条村镇层级间部份笔门款块座栋堂回拨件张本支台辆篇幅枚只双套处股节趟遍]?';
/** What stands between the focus and the question word: 女生有多少, 利率是多少, 主任叫什么. */
const focusBefore =
  /([^,。?!，、]{2,14}?)(?:的)?(?:一共|总共|共|分别|各|大概|大约)?(?:占|达到?|是|有|为|叫|降到|降至)了?(?:多少|几|什么|谁|哪)/u;
/** After a word for a time, a place or people (哪年, 几点, 哪里, 哪些人) comes what is done, not a thing. */
const focusAfter = new RegExp(
  `(?:多少(?!人(?!口))${measure}|几(?![人点号时])${measure}|什么(?!时候|时间|地方|人)|哪(?![里儿边年天日月]|些人)[一两三四五六几些]?${measure})(?:的)?([^,。?!，、多少几什么哪谁]{1,12})`,
  'u',
);
/** What singles out a figure, or a choice, from others about the same thing. */
const distinctions = [
  /总(?:人(?!数)|面|产|户)|平均|人均|户均/u,
  /最(?!重要|根本|终|后|近|初)\p{Script=Han}(?=.{0,10}(?:哪|谁|什么))/u,
  /(?:而不是|而非|rather than|instead of)\s*([^,。?！]{1,12})/u,
];
const englishFocus =
  /(?:how many|how much|which|what(?: (?:is|was|are|were))?|who(?: (?:is|was|are|were))|name of)(?: the| a| an| their| its| his)? ([a-z][a-z' -]{2,40})/u;

/** What ends an English noun with its attributes. */
const afterNoun =
  /\b(?:of|in|from|to|at|for|by|on|with|that|who|did|does|do|was|were|is|are|has|have|had|went|got|get)\b/u;

/**
 * The focus as content words, any of which is enough to know it by; none where there is nothing that could be missed.
 * An English noun follows what describes it, so two words are taken there.
 */
export function focusOf(folded: string): readonly string[] {
  for (const distinction of distinctions) {
    const match = distinction.exec(folded);
    if (match !== null) return match[1] === undefined ? [match[0]] : contentWords(match[1]);
  }
  const after = contentWords(focusAfter.exec(folded)?.[1] ?? '').slice(0, 1);
  const before = contentWords(focusBefore.exec(folded)?.[1] ?? '').slice(-1);
  const phrase = englishFocus.exec(folded)?.[1]?.split(afterNoun)[0] ?? '';
  const english = contentWords(phrase).slice(0, 2);
  const named = [after, before, english].filter((words) => !words.some(isGeneral));
  return named.find((words) => words.length > 0) ?? [];
}
