/** Whether the members of a counted set are named, where a question asks for them: 12 firms are counted, and which they are is not said. */
import { findNumbers } from '../text/numbers.ts';
import type { QuestionReading } from './question.ts';

const asksForNames = /名字|名称|叫(?:什么|啥)|\bnames?\b|called/u;
/** What stands between the members of a list. */
const separator =
  /[、；;]|[，,]\s?(?=(?:[一二三四五六七八九十]是|其[次二三]|and ))|(?:^|[。，：:])\s?[一二三四五六七八九十]是/gu;
/** A number in a name (“五位一体”) counts nothing; members may be names. */
const quoted = /[“‘「『《"][^“”‘’「」『』《》"]+[”’」』》"]/gu;
/** The other side of a pairing: of 10个镇和哪些村 the villages are asked for. */
const partner = /^.*[和与跟同](?=.{0,6}哪[些几])(?=.{0,6}哪[些几]个?\p{Script=Han}{1,10})/u;
/** How far behind its number the word for what is counted begins. */
const reach = 6;

/**
 * False where a list or names are asked for of a set that the sentence counts, by the number in the question or before
 * the question's focus, and the sentence does not have as many members.
 */
export function namesMembers({ sought, focus, folded }: QuestionReading, sentence: string): boolean {
  const forNames = asksForNames.test(folded);
  if (sought !== 'list' && !forNames) return true;
  const asked = countsIn(folded.replace(quoted, '').replace(partner, '')).map(({ value }) => value);
  const counted = countsIn(sentence).filter(
    ({ value, end }) =>
      asked.includes(value) ||
      (forNames && focus.some((word) => sentence.slice(end, end + reach).includes(word))),
  );
  const members = Math.max((sentence.match(separator)?.length ?? 0) + 1, sentence.match(quoted)?.length ?? 0);
  return counted.every(({ value }) => value <= members);
}

function countsIn(text: string) {
  return findNumbers(text).filter(
    ({ kind, date, value, certain }) => kind === 'count' && date === null && certain && value >= 2,
  );
}
