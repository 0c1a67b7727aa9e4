/** Full-width marks in Chinese text where a page has ASCII ones. Set once, a text stays as it is. */
import { countRepairs, type Repaired, type TextRepair } from './repair.ts';

const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const chinese = /[\p{Script=Han}，。、；：？！“”‘’（）《》「」『』—…]/u;
const beforeBracket = /[\p{Script=Han}”’》」』）]/u;

type Put = (before: string, after: string) => string;

/** A text of Chinese with full-width marks beside its characters; marks inside Latin words and numbers stay. */
export function setPunctuation(text: string): Repaired {
  if (!chinese.test(text)) return { text, repairs: [] };
  const repairs: TextRepair[] = [];
  const put: Put = (before, after) => {
    repairs.push({ step: 'set-punctuation', before, after });
    return after;
  };
  const set = setMarks(setDots(setBrackets(setQuotes(text, put), put), put), put);
  return { text: set, repairs: countRepairs(repairs) };
}

/** Straight quotation marks open and close in turn, where a text has an even number of them. */
function setQuotes(text: string, put: Put): string {
  if (text.split('"').length % 2 === 0) return text;
  let isOpen = false;
  return text.replaceAll('"', (mark) => {
    isOpen = !isOpen;
    return put(mark, isOpen ? '“' : '”');
  });
}

/** Brackets go in pairs: full-width where what is in them or before them is Chinese. */
function setBrackets(text: string, put: Put): string {
  const characters = text.split('');
  const chineseBefore = [0];
  for (const character of characters) {
    chineseBefore.push((chineseBefore.at(-1) ?? 0) + (chinese.test(character) ? 1 : 0));
  }
  for (const [start, end] of pairBrackets(characters)) {
    const isInside = chineseBefore[end] !== chineseBefore[start];
    if (!isInside && !beforeBracket.test(characters[start - 1] ?? '')) continue;
    put('()', '（）');
    characters[start] = '（';
    characters[end] = '）';
  }
  return characters.join('');
}

/** Where each bracket that is closed opens and closes, in the order in which they open. */
function pairBrackets(characters: readonly string[]): [number, number][] {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  for (const [index, character] of characters.entries()) {
    if (character === '(') open.push(index);
    const start = character === ')' ? open.pop() : undefined;
    if (start !== undefined) pairs.push([start, index]);
  }
  return pairs.sort(([first], [second]) => first - second);
}

function setDots(text: string, put: Put): string {
  return text
    .replace(/(?<=[\p{Script=Han}”’）》])\.{3,6}(?!\.)/gu, (dots) => put(dots, '……'))
    .replace(/(?<=\p{Script=Han})-{2,4}(?=\p{Script=Han})/gu, (dashes) => put(dashes, '——'));
}

/** A run of marks beside Chinese, but for one between two numbers or Latin words. A space before the next word goes too. */
function setMarks(text: string, put: Put): string {
  return text.replace(/([,;:?!]+)( ?)/gu, (run: string, marks: string, space: string, offset: number) => {
    const before = text.charAt(offset - 1);
    const after = text.charAt(offset + marks.length);
    const isBetweenWords = /[\p{Nd}A-Za-z]/u.test(before) && /[\p{Nd}A-Za-z/]/u.test(after);
    if (isBetweenWords || !(chinese.test(before) || chinese.test(after))) return run;
    for (const mark of marks) put(mark, fullWidth[mark] ?? mark);
    const set = [...marks].map((mark) => fullWidth[mark] ?? mark).join('');
    return /[\p{L}\p{N}]/u.test(text.charAt(offset + run.length)) ? set : set + space;
  });
}
