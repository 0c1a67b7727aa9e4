/** Sentences and clauses that nobody wrote, beside true ones under a true citation. */
import { choose, cite, type Maker, type Pick, type World } from './draft.ts';

const inventions = [
  '并因此获得联合国颁发的减贫创新大奖',
  '随后当地关闭了全部化工企业',
  '专家认为这一做法可在海外推广复制',
  '后来总统亲自接见了学生代表',
  '股票价格随之大幅上涨',
  '此举遭到环保组织的强烈批评',
  '媒体把它拍成了一部纪录片',
  '不少居民为此搬离了家乡',
  '有人怀疑账目存在造假',
  '主要原因是银行降低了贷款利率',
  '目的是吸引外国游客前来滑雪',
  '结果引发了一场持续多日的罢工',
  '每人还领到一份生日礼物',
  '负责人后来因受贿被判入狱',
  '这在当时轰动了整个欧洲学术界',
  '据说灵感来自一部日本漫画',
  '为此专门修建了一座直升机停机坪',
  '但最终因台风来袭而宣告失败',
];
/** With a name of the article in them. */
const named = [
  '{}为此举行了盛大的庆功晚宴',
  '{}随后遭到黑客攻击',
  '{}的房价因此翻了一番',
  '{}从此禁止燃放烟花爆竹',
  '{}已经申请破产保护',
  '{}的厨师还为来宾准备了海鲜自助餐',
];
const english = [
  'and won an award from the United Nations for it',
  'which caused a long strike of the railway workers',
  'because the bank had lowered its interest rates',
  'and the chairman was later sent to prison for fraud',
  'and a film crew from Tokyo made a documentary about it',
  'which critics called the worst decision of the decade',
];

function invent(world: World, pick: Pick): string {
  if (!world.isChinese) return choose(english, pick) ?? '';
  const name = choose(world.names.flat(), pick);
  const template = name === null || pick(3) > 0 ? null : choose(named, pick);
  return template === null || name === null ? (choose(inventions, pick) ?? '') : template.replace('{}', name);
}

const asSentence = (invention: string, { isChinese }: World) =>
  isChinese ? `${invention}。` : `This happened ${invention.replace(/^(?:and|which) /u, 'and ')}.`;

export const inventionFaults: Readonly<Record<string, Maker>> = {
  'an invented sentence after a true one': (fact, world, pick) => {
    const invention = asSentence(invent(world, pick), world);
    return cite(fact, `${fact.text}${world.isChinese ? '。' : '. '}${invention}`, fact.text, [
      invention.slice(1, -1),
    ]);
  },
  'an invented sentence before a true one': (fact, world, pick) => {
    const invention = asSentence(invent(world, pick), world);
    return cite(fact, `${invention}${world.isChinese ? '' : ' '}${fact.text}`, fact.text, [
      invention.slice(1, -1),
    ]);
  },
  'an invented clause after a true one': (fact, world, pick) => {
    const invention = invent(world, pick);
    return cite(fact, `${fact.text}${world.isChinese ? '，' : ', '}${invention}`, fact.text, [invention]);
  },
  'an invented clause before a true one': (fact, world, pick) => {
    const invention = invent(world, pick);
    return world.isChinese ? cite(fact, `${invention}，${fact.text}`, fact.text, [invention]) : null;
  },
  'an invented clause within a sentence': (fact, world, pick) => {
    const [head, ...rest] = fact.text.split('，');
    const invention = invent(world, pick);
    return rest.length === 0 || !world.isChinese
      ? null
      : cite(fact, `${head}，${invention}，${rest.join('，')}`, fact.text, [invention]);
  },
  'an invented clause in brackets': (fact, world, pick) => {
    const invention = invent(world, pick);
    return cite(fact, `${fact.text}${world.isChinese ? `（${invention}）` : ` (${invention})`}`, fact.text, [
      invention,
    ]);
  },
  'an invented sentence alone': (fact, world, pick) =>
    cite(fact, asSentence(invent(world, pick), world), fact.text),
};
