/** The focus of a question: the very thing that is asked for ("观众" in 吸引了多少观众, "mayor" in "who is the mayor"). */
import { contentWords } from './content-words.ts';

const measure =
  '[个名位人所家户次场批期项类种条村镇层级间部份笔门款块座栋堂回拨件张本支台辆篇幅枚只双套处股节趟遍]?';
/** What stands between the focus and the question word: 女生有多少, 利率是多少, 主任叫什么. */
const focusBefore =
  /([^,。?!，、]{2,14}?)(?:的)?(?:一共|总共|共|分别|各|大概|大约)?(?:占|达到?|是|有|为|叫|降到|降至)了?(?:多少|几|什么|谁|哪)/u;
/** After a word for a time, a place or people (哪年, 几点, 哪里, 哪些人) comes what is done, not a thing. */
const focusAfter = new RegExp(
  `(?:多少(?!人)${measure}|几(?![人点号时])${measure}|什么(?!时候|时间|地方|人)|哪(?![里儿边年天日月]|些人)[一两三四五六几些]?${measure})(?:的)?([^,。?!，、多少几什么哪谁]{1,12})`,
  'u',
);
const englishFocus =
  /(?:how many|how much|which|what(?: (?:is|was|are|were))?|who(?: (?:is|was|are|were))|name of)(?: the| a| an| their| its| his)? ([a-z][a-z' -]{2,40})/u;

/** What ends an English noun with its attributes. */
const afterNoun =
  /\b(?:of|in|from|to|at|for|by|on|with|that|who|did|does|do|was|were|is|are|has|have|had|went|got|get)\b/u;

/** Words for kinds of things, which an answer need not repeat: what is called a country or an idea is seldom said to be one. */
const generic = new Set(
  (
    '数量 数字 人数 总数 数目 数额 金额 部分 方面 内容 情况 情形 职责 事情 事儿 活儿 事务 事项 东西 名字 名称 作用 意义 特点 结果 成果 成效 措施 举措 办法 方法 方式 形式 做法 经验 工作 时候 时间 日期 年份 地方 地点 单位 部门 机构 组织 团体 人员 人物 项目 类型 种类 模式 环节 阶段 层面 方向 角色 ' +
    '思路 理念 主张 观点 口号 主题 要求 条件 规定 安排 变化 困难 优势 荣誉 奖项 头衔 职务 身份 国家 地区 省份 城市 学校 大学 公司 企业 品牌 产品 语言 电话 号码 地址 ' +
    '万元 亿元 元钱 资金 年级 关系 比例 说法 看法 年月 时间点 左右 一共 总共 分别 具体 包括 目标 名义 称号 帮助 好处 对方 双方 方 可以 能够 需要 应该'
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
