/** The focus of a question: the very thing that is asked for ("观众" in 吸引了多少观众, "mayor" in "who is the mayor"). */
import { contentWords } from './content-words.ts';

const measure = '[个名位人所家户次场批期项类种条村镇层级间部份笔门种款块座栋堂回拨]?';
/** What stands between the focus and the question word: 女生有多少, 利率是多少, 主任叫什么. */
const focusBefore =
  /([^,。?!，、]{2,14}?)(?:的)?(?:一共|总共|共|分别|各|大概|大约)?(?:占|达到?|是|有|为|叫|降到|降至)了?(?:多少|几|什么|谁|哪)/u;
const focusAfter = new RegExp(
  `(?:多少(?!人)|几(?!人)${measure}|什么|哪[一两三四五六几些]?${measure})(?:的)?([^,。?!，、多少几什么哪谁]{1,12})`,
  'u',
);
const englishFocus =
  /(?:how many|how much|which|what(?: (?:is|was|are|were))?|who(?: (?:is|was|are|were))|name of)(?: the| a| an| their| its| his)? ([a-z][a-z' -]{2,40})/u;

/** What ends an English noun with its attributes. */
const afterNoun =
  /\b(?:of|in|from|to|at|for|by|on|with|that|who|did|does|do|was|were|is|are|has|have|had|went|got|get)\b/u;

/** Words that say what kind of answer is wanted, not what it is about. */
const generic = new Set(
  (
    '数量 数字 人数 总数 数目 数额 金额 部分 方面 内容 情况 情形 职责 事情 事务 事项 东西 名字 名称 作用 意义 特点 结果 成果 成效 措施 办法 方法 方式 形式 工作 时候 时间 日期 年份 地方 单位 部门 机构 人员 项目 类型 种类 模式 环节 ' +
    '万元 亿元 元钱 资金 年级 身份 关系 比例 说法 看法 年月 时间点 左右 一共 总共 分别 具体 包括 目标 名义 称号 帮助 好处 对方 双方 方'
  ).split(' '),
);
const genericEnglish = new Set(
  'now did does was were them these those of number amount total sum name year month date kind type sort part role purpose aim goal people person thing mean main two three four five'.split(
    ' ',
  ),
);

/**
 * The focus as content words, any of which is enough to know it by; none where there is nothing that could be missed.
 * An English noun follows what describes it, so two words are taken there.
 */
export function focusOf(folded: string): readonly string[] {
  const after = contentWords(focusAfter.exec(folded)?.[1] ?? '').slice(0, 1);
  const before = contentWords(focusBefore.exec(folded)?.[1] ?? '').slice(-1);
  const phrase = englishFocus.exec(folded)?.[1]?.split(afterNoun)[0] ?? '';
  const english = contentWords(phrase).slice(0, 2);
  const found = [after, before, english].find((words) => words.length > 0) ?? [];
  return found.some((word) => generic.has(word) || genericEnglish.has(word)) ? [] : found;
}
