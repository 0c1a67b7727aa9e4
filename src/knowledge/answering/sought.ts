/** What form of answer a question asks for: rules of the languages, not of one article. */
import { findNumbers } from '../text/numbers.ts';

/** The form of the answer that is sought. `who` may be answered by an organisation; `other` promises no form. */
export type Sought =
  | 'amount'
  | 'count'
  | 'share'
  | 'duration'
  | 'contact'
  | 'day'
  | 'time'
  | 'name'
  | 'who'
  | 'place'
  | 'reason'
  | 'list'
  | 'yes-no'
  | 'other';

/** Tried in order on the folded question (Han text is simplified then); the first that matches decides. */
const soughtPatterns: readonly (readonly [Sought, RegExp])[] = [
  ['list', /(?:分别|各自?)(?:是|叫|指|讲|做|有|说)?(?:了|的)?(?:什么|啥|哪)/u],
  [
    'share',
    /百分之[几多]|比例|占比|百分比|几成|(?:增长|下降|完成|覆盖|就业|入学|脱贫|成功|失败|发生|满意|升学|出席)率|(?:what|which) (?:percent|share|proportion|fraction|rate)|percentage|パーセント|割合|퍼센트|비율/u,
  ],
  [
    'amount',
    /(?:多少|几)(?:百|千|万|亿|百万|千万)*(?:元|块|钱|资金|款|经费|费用|美元|人民币|预算|投资)|(?:资金|金额|款物|经费|预算|投资|融资|拨款|捐款|花费|产值|收入|利润|工资|薪水|费用|学费|价格|成本|总值|gdp)[^,。?]{0,8}(?:多少|几何|多大|多高)|(?:投|花|捐|拨|融|筹|赚|掏|砸)[了过出]*多少(?=[?。,吗呢]|钱|$)|how much (?:money|fund|was|were|did|does|do|has|have|is|in)|how much[?\s]*$|how many (?:\w+ )?(?:yuan|dollars|rmb)|いくら|円|얼마|돈이/u,
  ],
  [
    'contact',
    /(?:电话|手机|邮箱|网址|微信号)(?:号码?|地址)?(?:是|为|呢|多少|什么|几|[?]?$)|(?:什么|哪个)(?:电话|网址|邮箱)|(?:phone|e-?mail|website|contact)(?: number| address)?(?: of| for|\?|$)/u,
  ],
  ['duration', /多久|多长时间|几个?(?:小时|钟头)|how long(?! ago)|どのくらいの期間|얼마 동안|얼마나 오래/u],
  ['day', /哪一?[天日]|几[号日](?![线楼门馆厅院口机])|(?:what|which) (?:day|date)|何日|며칠/u],
  [
    'time',
    /什么时候|啥时候|何时|几点|几时|哪一?年|哪个?月|几月|几年|什么时间|年份|日期|\bwhen\b|(?:what|which) (?:year|month|time)|いつ|何年|何月|언제|몇 ?년|몇 ?월|\bquand\b|\bwann\b|cuándo/u,
  ],
  [
    'name',
    /(?:叫|名字|姓名|尊姓大名)(?:是|叫)?(?:什么|谁|啥)|(?:什么|啥)名字?$|(?:名字|姓名)(?:是|呢|\?|$)|what (?:is|was|were|are) (?:his|her|their|the) names?\b(?! of the (?:class|project|activity|event|program))|なまえ|名前は|이름/u,
  ],
  ['who', /谁|哪位|哪个人|哪个单位|哪个部门|\bwho(?:m|se)?\b|だれ|누가|누구|\bqui\b|\bwer\b|quién/u],
  [
    'count',
    /多少|多远|多大(?:年纪|岁数|年龄)|how (?:far|old)|几(?=[个名位人所家户次场批期项类种条村镇届层级间部份])|数量|总数|人数|how many|number of|何(?:人|校|个|社|回|件|村|名|か所)|いくつ|몇|combien|wie ?viele|cuánt[oa]s/u,
  ],
  [
    'reason',
    /(?<![评称选认作誉定命列])为什么|为何|为啥|原因|缘故|\bwhy\b|なぜ|どうして|왜|이유|pourquoi|warum|por qué/u,
  ],
  [
    'place',
    /哪里|哪儿|在哪(?![个家所座一些几])|何处|什么地方|哪个(?:省|市|县|镇|乡|村|国家|地区|城市|地方)|\bwhere\b|どこ|어디|\boù\b|dónde/u,
  ],
  [
    'list',
    /哪些|哪[几两二三四五六七八九十]|有啥|分别|各(?:做|是|有|自)|逐一|所有|都?有什么|包括什么|包含什么|列(?:出|举|一下)|都有谁|都(?:再)?(?:说|讲|介绍|列|写)(?:一?[遍下说讲]|出来)|\bwhich (?:\d+ )?\w+s\b|what (?:\w+ ){0,3}(?:are|were|kinds|types|areas|measures|departments|activities|forms|levels)\b|\blist\b|どんな|どのような|어떤/u,
  ],
  [
    'yes-no',
    /吗|吧[?]?$|对不对|没错|是真的|是不是|是否|有没有|能不能|会不会|^(?:is|are|was|were|do|does|did|has|have|had|can|could|will)\b|ですか|ますか|ましたか|습니까|나요|인가요/u,
  ],
];

/** Roles that stand beside a person's name in running text, in Chinese or English. */
export const role =
  '(?:总书记|书记|主席|总理|市长|县长|镇长|村长|省长|局长|部长|主任|校长|院长|会长|组长|队长|经理|总裁|教授|老师|医生|记者|作者|先生|女士|同志)';
/** Words for people in a question for a name. */
const aboutPerson = new RegExp(
  `${role}|谁|位|人(?!民)|编辑|教师|干部|专家|person|mayor|author|head|leader|director|principal|secretary|teacher|chief|his|her|이름|名前`,
  'u',
);
/** Where a question for a name says whose it is: what stands just before 叫 or 名字; where nothing does, all of it. */
function isOfPerson(folded: string): boolean {
  const owner = /^(.*?)(?:的)?(?:叫|名字|姓名|尊姓)/u.exec(folded)?.[1] ?? '';
  return aboutPerson.test(owner === '' ? folded : owner.slice(-ownerLength));
}

const ownerLength = 3;
/** Who holds a post: a person by name, and no office. */
const holder = new RegExp(
  `谁(?:是|任|当|担任).*${role}$|${role}(?:是|叫|由)谁|谁.{0,3}(?:任|当|担任).{0,12}${role}`,
  'u',
);

/** What a folded question seeks. */
export function soughtBy(folded: string): Sought {
  const sought = soughtPatterns.find(([, pattern]) => pattern.test(folded.trim()))?.[0] ?? 'other';
  // A figure that is asked about may be wrong: the right one is an answer.
  if (sought === 'reason' && findNumbers(folded).some(({ certain }) => certain)) return 'other';
  if (sought === 'who' && holder.test(folded.replace(/[?。!\s]+$/u, ''))) return 'name';
  // What a project or an office is called is in no form of its own.
  return sought === 'name' && !isOfPerson(folded) ? 'other' : sought;
}

/** The unit that is asked for: the one that a number would have in the place of the question word (几场, 多少亩, how many people). */
export function askedUnit(folded: string): string | null {
  const stated = folded
    .replace(/多远|how far/u, '5公里')
    .replace(/多大(?:年纪|岁数|年龄)|how old/u, '5岁')
    .replace(/多少|几|how many|몇|何(?=[人校回名年])/u, '5');
  return stated === folded ? null : (findNumbers(stated).find(({ value }) => value === 5)?.unit ?? null);
}
