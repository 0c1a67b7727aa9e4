/** Tells what orders the bot about from what asks about the article: an order is not followed, and it is no question. */
import { foldText } from '../text/fold.ts';

/** Elements that pose as part of a prompt, with what they hold; then any other tag. */
const posingElement =
  /<\s*(system|instructions?|prompt|assistant|user|rules?)\b[^<>]*>[^<>]*<\s*\/\s*\1\s*>/giu;
const tag = /<\s*\/?\s*[a-z][^<>]{0,80}>|@(?:everyone|here)\b/giu;
/** A whole sentence that poses as somebody else's voice. */
const posingVoice = /^\s*(?:system|assistant|developer|admin(?:istrator)?|系统|系統|管理员|管理員)\s*[:：]/iu;

const sentenceEnd = /(?<=[。！!？?；;\n]|[.](?=\s|$))/u;
const clauseEnd = /(?<=[，,：:、])|(?<=\s)(?=(?:and|then)\s)/u;

/** How an order to the bot begins, whatever follows. What asks for an account of something (tell, list, explain, 介绍, 列出) is none. */
const plainOrders =
  '忽略|无视|忘掉|忘记|不要(?:再)?(?:引用|理会|遵守|管)|别(?:再)?(?:引用|理会|管)|取消(?:所有|一切|全部)|解除|引用第|泄露|透露|公开你|扮演|假装|假设|假如你|想象你|模仿|进入.{0,6}模式|' +
  '(?:把|将)(?:你|下面|上面|以下|以上|这句|这段话|系统|提示)|(?:把|将).{1,8}(?:改|换|说)成|(?:用|以).{1,8}的(?:口吻|语气|身份)|' +
  '你(?:必须|只能|只会|只准|要扮演|应该回答|现在(?:是|起)|已经是|被)|从现在(?:起|开始)|从此|以后你|接下来你|(?:在)?(?:你的?)?(?:回答|回复|答案)(?:时|里|中|必须|只能|要)|' +
  '(?:给|告诉|发|说出|交出|展示|提供|输出|打印|显示|重复|复述).{0,4}(?:你的|你收到的|系统提示)';
/** Verbs that begin a question about an article as well (输出技术几项): orders only where the clause asks nothing. */
const possibleOrders =
  '输出|打印|原样|显示|重复|复述|翻译|推荐|写(?:一|个|首|篇|段|封|点)|编(?:一|个|首|段)|作(?:一首|首|诗)|画(?:一|个|张)|唱|讲个|讲一个|说[“"「『]|说(?:一|句|个|大家|你好|脏话)|' +
  '执行|运行|删除|清空|踢|禁言|封禁|艾特|计算(?!机)|算(?:一下|一算|算|出)';
const englishOrders =
  "(?:ignore|disregard|forget|override|bypass|print|output|reveal|repeat|(?:show|give|tell) me your|display|leak|dump|translate|recommend|write|compose|draw|sing|calculate|compute|say|shout|ping|pretend|act|role-?play|imagine|simulate|run|execute|delete|ban|kick|mute|enable|disable|switch|enter|confirm|answer|reply|respond|cite|append|add|replace|change)(?= |$)|tell me an? |you (?:are|must|will|should|can only|have to) |you're |from now on|new (?:rules?|instructions?)|developer mode|(?:do not|don't) cite|the answer to (?:every|all)";
const otherOrders =
  '.*(?:無視|无视)して|.*プロンプト|.*を(?:表示|翻訳|翻译|出力|書い|书い)|今から|.*무시하고|.*프롬프트|.*출력해|.*번역해|지금부터|너는 이제';
const opening =
  '(?:请你?|麻烦你?|帮(?:我|忙)|能不能|可以|另外|再|然后|并且?|现在|立刻|马上|给我|please|now|also|then|and|just|kindly|can you|could you|would you)';
const orderOf = (...verbs: string[]) => new RegExp(`^(?:${opening}\\s*)*(?:${verbs.join('|')})`, 'u');
const isPlainOrder = orderOf(plainOrders, englishOrders, otherOrders);
const isPossibleOrder = orderOf(possibleOrders);

/** A question: its mark or its words. */
const asks =
  /[?？吗]|什么|多少|几|谁|哪|怎|如何|为何|是否|(?<!任)何(?:时|人|处|年|月|回|件|校|を|が|で)|\b(?:who|what|when|where|which|why|how)\b|いくら|どこ|いつ|몇|누구|언제|어디|무엇/u;

/** What is left of a text without orders to the bot; empty where nothing of it is a question then. A text without any comes back as it is. */
export function removeInstructions(text: string): string {
  const bare = text.replace(posingElement, ' ').replace(tag, ' ');
  let found = bare !== text;
  const kept = bare.split(sentenceEnd).map((sentence) => {
    if (posingVoice.test(sentence)) {
      found = true;
      return '';
    }
    const clauses = sentence.split(clauseEnd);
    const questions = clauses.filter((clause) => !isOrder(clause));
    if (questions.length === clauses.length) return sentence;
    found = true;
    const rest = questions.join('');
    return asks.test(foldText(rest).text) ? rest : '';
  });
  if (!found) return text;
  const rest = kept.join('').trim();
  return asks.test(foldText(rest).text) ? rest : '';
}

function isOrder(clause: string): boolean {
  const folded = foldText(clause).text.replace(/^[\s\p{P}]+/u, '');
  return isPlainOrder.test(folded) || (isPossibleOrder.test(folded) && !asks.test(folded));
}
