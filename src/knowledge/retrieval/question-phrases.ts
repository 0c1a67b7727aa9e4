import { foldText } from '../text/fold.ts';

/**
 * What a question says only because it is a question: it tells nothing about where the answer stands. For folded
 * text (lower case, Han simplified); in each list the longer form comes before the shorter.
 */

const chinese = [
  '(?:请问|请教|麻烦(?:问|你)?|想(?:请)?问|问一?下)(?:一下)?',
  '(?:请|能否|能不能|可以|可否)?(?:你)?(?:告诉|帮)我(?:一下)?',
  '我?很?想(?:要)?(?:知道|了解)(?:一下)?|你知道',
  '(?:请|能否|能不能|可以|可否)(?:你)?(?:简要|简单|具体|详细)?地?(?:说明|说说|说一说|谈谈|讲讲|介绍|列举|列出|概括|总结|概述|描述|解释)(?:一下)?',
  '(?:作者|笔者|文章|文中)(?:在文中|是怎么|怎么|如何)?(?:认为|觉得|指出|提出|强调|主张|表示|写道|提到|说到|说|讲到|建议|总结|看待|评价|介绍)(?:了|的)?',
  '(?:根据|按照|依据|据|在)?(?:这篇|本篇|该篇|此篇|那篇|这一篇|这个|该|此)(?:文章|报道|文)(?:中|里面|里|内|所述)?',
  '(?:根据|按照|依据|在)?(?:文章|文中|本文|原文|全文)(?:中|里面|里|内|所述)?(?=.)',
  '为什么|为甚么|因为什么|什么时候|什么时间|什么地方|什么样|什么|甚么|为啥|干啥|啥时候|啥',
  '为何|何时|何地|何处|何人|何年|何种|何以|如何|何',
  '哪(?:一|几)?(?:个|些|种|位|年|月|天|日|里|儿|边|家|条|项|座|所|本|部|届|场|支|只|名|类|款|国|方面|方|块|门|句|段|期|次|点)?',
  '谁',
  '(?:有|是|达到?|为)?多(?:少|久|长|大|高|远|重|深|宽)(?:时间)?',
  '几(?:个|种|年|名|位|次|号|岁|人|条|项|家|所|座|类|部|天|月|届|场|大|方面)?',
  '怎么样|怎么办|怎么|怎样|咋样|咋',
  '是不是|是否|有没有|能不能|会不会|可不可以|对不对|对吗|是吗',
];

const japanese = [
  '(?:について|に関して)?(?:詳しく)?(?:教えて|説明して|述べて|挙げて)(?:ください|下さい|くれ)?',
  'どのように|どうやって|どうして|どんな|どの|どれ|どこ|どう|なぜ|何故|いつ|いくつ|いくら|だれ|なに|なん',
  '何(?:人|年|月|日|回|件|個|校|社|村|名|番|号|時)?',
  '(?:この|その)(?:記事|文章|論文)(?:では|には|によると|の中で)?',
  '(?:の(?:は|が))?(?:でしょうか|でしたか|ですか|ましたか|ませんか|ますか|のですか|のか|ました|ます|でした|です)',
  'されています|されました|しました|している|された|した|される|する|という|とは|では|には|から|まで|より|ため|こと|もの',
];

const korean = [
  '(?:에 ?대해서?|에 ?관해)?(?:알려|설명해|말해) ?(?:줘|주세요|주십시오)?',
  '누구|무엇|무슨|언제|어디|어떻게|어떤|어느|얼마나|얼마|왜|몇|뭐',
  '(?:이 ?)?(?:기사|글)(?:에서는?|에 ?따르면)',
  '(?:입|습|합|됩)니까|인가요|나요|까요|었나요|했나요|되었나요|습니다|입니다|인가|였나',
];

/** One pattern serves all three languages: what they share means the same. */
const questionPhrases = new RegExp(
  [...japanese, ...korean, ...chinese].map((phrase) => foldText(phrase).text).join('|'),
  'gu',
);

/** Single characters that stand in every Chinese text. */
export const stopCharacters = new Set('吗呢吧啊呀么嘛的了是在和与及或被');

/** English words that stand in every text or only ask. */
const stopWords = new Set(
  (
    'a about according after all also am an and any are article as at be been before being between both but by can could ' +
    'describe did do does doing done during each either else ever explain for from get give given had has have having he her here ' +
    'him his how i if in into is it its itself just kind list let like many may me might more most much must my name no nor not of off ' +
    'on one or other our out over own passage please same say says said shall she should show so some such tell text than that ' +
    'the their them then there these they this those through to too under until up upon us very want was we were what when ' +
    "where whether which while who whom whose why will with would you your what's who's s t"
  ).split(' '),
);

const latinWord = /[\p{Script=Latin}\p{M}]+(?:'[\p{Script=Latin}]+)*/gu;

/** Calls `sink` with the place of each question phrase and each English stop word of a folded text. */
export function findQuestionWords(folded: string, sink: (start: number, end: number) => void): void {
  for (const { 0: phrase, index } of folded.matchAll(questionPhrases)) sink(index, index + phrase.length);
  for (const { 0: word, index } of folded.matchAll(latinWord)) {
    if (stopWords.has(word)) sink(index, index + word.length);
  }
}

/** A folded text with a space in place of each question phrase and each English stop word. */
export function removeQuestionWords(folded: string): string {
  return folded
    .replace(questionPhrases, ' ')
    .replace(latinWord, (word) => (stopWords.has(word) ? ' ' : word));
}
