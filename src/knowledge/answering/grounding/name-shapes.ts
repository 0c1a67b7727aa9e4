/** What names look like in Chinese, whatever the article: rules and words of the language. */

/** The last letters of names of places, bodies and works. */
const classes =
  /(?:阿姨|叔叔|先生|女士|教授|博士|[省市县区镇乡村州国岛山河江湖海湾港路街桥寺庙宫塔馆院局厅署厂社站队会团校]|大学|公司|集团|银行|政府|部门|系统|组织部|扶贫办|办事处|街道办|俱乐部|联盟|王国|帝国|王朝)$/u;
const classesAhead = new RegExp(`^${classes.source.slice(0, -1)}(?![委级长民里内])`, 'u');
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅卞齐康伍余元卜顾孟平黄穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀惠曲封储靳段焦巴牧山谷车侯全班仰秋仲伊宫宁仇甘厉祖武符刘景詹龙叶幸司黎薄白蒲邰从鄂索咸籍赖卓蔺屠乔胥能苍双闻莘党翟谭贡劳冉桑桂牛寿通边扈燕浦尚温柴瞿阎习容向古易慎廖庾终居衡步耿满弘匡国寇广禄阙东欧沃利蔚越夔隆师巩聂晁勾敖融冷辛简饶曾关岳佘';
/** Surnames that are small words first. */
const prepositions = '向于从和时全通能都安成方';

/** Whether words have the form of a name, or of one that the words behind them end. */
export function isNameLike(words: string, right: string): boolean {
  if (words.length > 12) return false;
  if (classes.test(words) || (words.length < 6 && classesAhead.test(right))) return true;
  return /^\p{Script=Han}{2,3}$/u.test(words) && surnames.includes(words.charAt(0));
}

/** The character before a given name, where that can be a surname; else an empty string. */
export function readSurname(left: string): string {
  const surname = left.at(-1) ?? '';
  return surname !== '' && surnames.includes(surname) && !prepositions.includes(surname) ? surname : '';
}
