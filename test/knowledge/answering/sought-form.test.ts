import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/knowledge/answering/question.ts';
import { holdsSought } from '../../../src/knowledge/answering/sought-form.ts';

describe('holdsSought', () => {
  it.each([
    ['寄存柜有多少个？', '设有寄存柜12个。', '箱包长度不超过50公里。'],
    ['面积是多少亩？', '占地30亩。', '藏品1860件。'],
    ['她多大年纪？', '她今年42岁。', '培训了42人。'],
    ['电话是多少？', '请拨打0571-88602211。', '由馆员负责。'],
    ['在哪里集合？', '在一楼大厅服务台集合。', '每场约七十分钟。'],
    ['从哪个国家引进？', '从瑞士引进两条装配线。', '花去210万美元。'],
    ['老师傅什么时候来？', '每周六下午来馆里。', '老师傅轮流来馆里。'],
    ['几点闭馆？', '21时闭馆。', '平日不开。'],
    ['为什么闭馆？', '因修缮屋面，三楼闭馆。', '三楼闭馆。'],
    ['这位馆员叫什么名字？', '由馆员林书涵负责培训。', '由馆员负责培训。'],
    ['谁是市委书记？', '市委书记李明介绍了情况。', '市委书记介绍了情况。'],
    ['How much was it worth?', 'It was worth £5.', 'It was worth much.'],
    ['Why was it sold?', 'Because it leaked.', 'It leaked.'],
    ['捐了多少？', '捐赠603万元。', '捐赠了许多。'],
  ])('for %s finds it in %s and not in %s', (question, has, lacks) => {
    const reading = readQuestion(question);
    expect(holdsSought(reading, has)).toBe(true);
    expect(holdsSought(reading, lacks)).toBe(false);
  });
});
