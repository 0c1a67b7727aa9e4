/** Words that a question has whatever it is about. */

/** Words of any question: they say neither that it is about the article nor that it is not. */
export const generalWords: ReadonlySet<string> = new Set(
  (
    '作者 笔者 文章 这个 那个 这里 那里 这些 那些 这项 那项 这种 那种 这次 该项 这边 那边 我们 你们 他们 它们 大家 自己 别人 现在 今天 昨天 明天 今年 去年 当时 后来 最后 时候 地方 东西 事情 问题 回答 ' +
    '可以 能够 应该 需要 没有 不是 不能 不会 还有 关于 其他 所有 全部 一个 一些 一下 大概 具体 到底 真的 非常 特别 知道 觉得 告诉 开始 任职 ' +
    'now today tomorrow yesterday also really exactly actually tell know think thing one two first last new good'
  ).split(' '),
);

/** Words for kinds of things, which an answer need not repeat: what is called a country or an idea is seldom said to be one. */
export const kindWords: ReadonlySet<string> = new Set(
  (
    '数量 数字 人数 总数 数目 数额 金额 部分 方面 内容 情况 情形 职责 事情 事儿 活儿 事务 事项 东西 名字 名称 作用 意义 特点 结果 成果 成效 措施 举措 办法 方法 方式 形式 做法 经验 工作 时候 时间 日期 年份 地方 地点 单位 部门 机构 组织 团体 人员 人物 项目 类型 种类 模式 环节 阶段 层面 体系 机制 制度 方向 角色 ' +
    '思路 理念 主张 观点 口号 主题 要求 条件 规定 安排 变化 困难 优势 荣誉 奖项 头衔 职务 身份 国家 地区 省份 城市 学校 大学 公司 企业 品牌 产品 语言 电话 号码 地址 ' +
    '万元 亿元 元钱 资金 年级 关系 比例 说法 看法 年月 时间点 左右 一共 总共 分别 具体 包括 目标 名义 称号 帮助 好处 对方 双方 方 可以 能够 需要 应该 ' +
    'now did does was were them these those of number amount total sum name year month date kind type sort part role purpose aim goal people person thing mean main two three four five'
  ).split(' '),
);

/** Whether a word tells nothing of what a question is about. */
export function isGeneral(word: string): boolean {
  return generalWords.has(word) || kindWords.has(word);
}
