/** Whether a text holds something of the form that is sought. */
import { type FoundNumber, findNumbers } from '../text/numbers.ts';
import { role, type Sought } from './sought.ts';

const surname =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭郎鲁韦马方俞任袁柳鲍史唐薛雷贺倪汤罗郝安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾路江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁曾廖习]';
/** What people do who are named: 林书涵负责, 何秀兰出任. */
const doing = '(?:担任|出任|接任|任|负责|主持|介绍|表示|说|等|和|、)';
const chineseName = new RegExp(
  `${surname}[\\p{Script=Han}·]{1,3}(?:${role}|${doing})|(?:${role}|[长员师任者])(?:是|为|叫|由|:|：)?${surname}[\\p{Script=Han}]{1,2}(?![\\p{Script=Han}])`,
  'u',
);
const latinName = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;

/** A name with the word for a kind of place, or what stands after a word for where. */
const placeWord =
  /[\p{Script=Han}]{2,}(?:省|市|县|镇|乡|村|区|州|国|路|街|楼|厅|馆|院|园|站|校|厂|港|基地|中心|广场)|[在从到赴至驻往]\p{Script=Han}{2,}|(?:in|to|from|at) (?:the )?\p{Lu}\p{Ll}+/u;
/** Times that are no numbers, or are told by the clock. */
const timeWord =
  /周[一二三四五六日天末]|星期|[上下中]午|早上|晚上|夜间|每[天日周月年季]|\d[时点]|\d:\d\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d ?[ap]\.?m\b/iu;

/** Money that no number's unit tells. */
const otherMoney = /[£€₩]\s?\d|\d\s?(?:万|亿|m|million|billion)?\s?(?:英镑|欧元|韩元|港元|pounds?|euros?)/iu;
const contact = /\d{3,}[- ]?\d{3,}|@|https?:|www\./u;
/** What tells why: a cause, an aim, or how much something means. */
const reason =
  /因(?!素)|由于|为了|以便|以免|旨在|目的|从而|原因|缘故|才能|途径|关键|根本|重要|必须|需要|不可|根源|使得?|让|[，,]也?是|\b(?:because|since|due to|in order|so that|as a result|to)\b|ため|ので|から|때문|위해/iu;

const durations = ['year', 'month', 'week', 'day', 'hour', 'minute'];

function isTime({ date, unit }: FoundNumber): boolean {
  return date !== null || durations.includes(unit ?? '');
}

/** Units of what is measured, not counted: such a number answers only a question for the same. */
const measures = ['length', 'area', 'weight', 'age', 'percentage-point', 'multiple'];

function agrees(asked: string | null, found: string | null): boolean {
  const [one, other] = [asked, found].map((unit) => unit?.split(':')[0] ?? null);
  if (one === other) return true;
  if (asked !== null && found !== null) return false;
  return !measures.includes(one ?? other ?? '');
}

/** Whether what is sought has a mark of its own, by which a sentence without it is known not to answer. */
export function hasMark(sought: Sought): boolean {
  return isFigure(sought) || ['time', 'day', 'contact', 'name'].includes(sought);
}

/** Whether the answer is a number. */
export function isFigure(sought: Sought): boolean {
  return ['amount', 'count', 'share', 'duration'].includes(sought);
}

/** True where the text holds something of the form that is sought; forms without a mark of their own always do. */
export function holdsSought(
  { sought, unit }: { readonly sought: Sought; readonly unit: string | null },
  text: string,
  numbers: () => readonly FoundNumber[] = () => findNumbers(text),
): boolean {
  switch (sought) {
    case 'amount':
      return (
        otherMoney.test(text) ||
        numbers().some((number) => ['yuan', 'dollar', 'yen'].includes(number.unit ?? ''))
      );
    case 'share':
      return numbers().some(({ kind }) => kind === 'percent');
    case 'duration':
      return numbers().some((number) => number.date === null && durations.includes(number.unit ?? ''));
    case 'day':
      return numbers().some(({ date }) => date !== null && date.day !== null);
    case 'time':
      return timeWord.test(text) || numbers().some(isTime);
    case 'count':
      return numbers().some(
        (number) => number.kind === 'count' && !isTime(number) && agrees(unit, number.unit),
      );
    case 'contact':
      return contact.test(text);
    case 'reason':
      return reason.test(text);
    case 'name':
      return chineseName.test(text) || latinName.test(text);
    case 'place':
      return placeWord.test(text);
    default:
      return true;
  }
}
