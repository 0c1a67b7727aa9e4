/** Full-width marks in Chinese text where a page has ASCII ones. */
import { countRepairs, type Repaired, type TextRepair } from './repair.ts';

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const chinese = /[\p{Script=Han}，。、；：？！“”‘’（）《》「」『』—…]/u;
const bracketPair = /\(([^()\n]*)\)/gu;

/** A text of Chinese with full-width marks beside its characters; marks inside Latin words and numbers stay. */
export function setPunctuation(text: string): Repaired {
  const repairs: TextRepair[] = [];
  const put = (before: string, after: string) => {
    repairs.push({ step: 'set-punctuation', before, after });
    return after;
  };
  const set = quote(brackets(text, put), put)
    .replace(/(?<=[\p{Script=Han}”）》])\.{3,6}|…(?!…)(?<!……)/gu, (dots) =>
      dots === '…' ? dots : put(dots, '……'),
    )
    .replace(/(?<=\p{Script=Han})--+(?=\p{Script=Han})/gu, (dashes) => put(dashes, '——'))
    .replace(/[,;:?!]/gu, (mark: string, offset: number, whole: string) => {
      const before = whole.charAt(offset - 1);
      const after = whole.charAt(offset + 1);
      if (!chinese.test(before) && !(chinese.test(after) && !/[\p{L}\p{N}]/u.test(mark))) return mark;
      if (/[\p{Nd}A-Za-z]/u.test(before) && /[\p{Nd}A-Za-z/]/u.test(after)) return mark;
      return put(mark, fullWidth[mark] ?? mark);
    });
  return { text: set, repairs: countRepairs(repairs) };
}

/** Brackets go in pairs: full-width where what is in them or before them is Chinese. */
function brackets(text: string, put: (before: string, after: string) => string): string {
  return text.replace(bracketPair, (pair: string, inside: string, offset: number, whole: string) => {
    if (!chinese.test(inside) && !chinese.test(whole.charAt(offset - 1))) return pair;
    put('()', '（）');
    return `（${inside}）`;
  });
}

/** Straight quotation marks in turn open and close, where a text has an even number of them. */
function quote(text: string, put: (before: string, after: string) => string): string {
  const count = text.split('"').length - 1;
  if (count === 0 || count % 2 === 1 || !chinese.test(text)) return text;
  let isOpen = false;
  return text.replaceAll('"', () => {
    isOpen = !isOpen;
    return put('"', isOpen ? '“' : '”');
  });
}
