/** Greetings, thanks and “what can you do”, told by rule: no model is asked. */
import { foldText } from '../text/fold.ts';

const phrases = [
  '你好|您好|大家好|哈喽|哈啰|嗨|喂|早上好|早安|上午好|下午好|中午好|晚上好|晚安|早|再见|拜拜|回头见|谢谢|多谢|感谢|谢了|辛苦了?|好的?|明白了?|知道了|不客气|在吗|你在吗|(?:哈|嘿|呵|嘻){2,}|厉害|(?:太|真|好)?棒|真聪明|牛|6{2,}|辛苦啦',
  '你是谁|你叫什么(?:名字)?|你(?:能|可以|会)(?:做|干|帮我(?:做|干)?|回答)?(?:些|点)?(?:什么|啥|哪些(?:事|问题)?)|你有什么(?:用|功能|本事)|怎么(?:用|使用)你?|如何使用|介绍一下(?:你)?自己|帮助',
  'hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|night|day)|bye|goodbye|see you|thanks?|thank you|thx|ty|cheers|ok(?:ay)?|great|nice|cool|got it|well done|good (?:bot|job)|lol|haha(?:ha)*|wow|awesome|amazing|nice to meet you',
  'who are you|what are you|what is your name|what (?:can|do) you do|what can i ask(?: you)?|how (?:do|can) (?:you work|i use (?:you|this))|how are you|help|can you help(?: me)?|introduce yourself|are you there',
  'こんにちは|こんばんは|おはようございます|おはよう|やあ|もしもし|ありがとうございました|ありがとうございます|ありがとう|どうも|さようなら|お疲れ様(?:です)?|はじめまして',
  '何ができますか|何ができるの?|あなたは誰(?:ですか)?|君は誰|使い方(?:は|を教えて(?:ください)?)?|ヘルプ|自己紹介して(?:ください)?',
  '안녕하세요|안녕하십니까|안녕|반가워요|반갑습니다|고마워요?|감사합니다|감사해요|수고하셨습니다|잘 ?가요?|안녕히 계세요',
  '(?:너는|넌|당신은) 누구(?:야|예요|세요|입니까)?|무엇을 할 수 있(?:나요|어요|습니까|니)|뭘 할 수 있(?:나요|어|어요|니)|뭐 할 수 있어|도움말|도와줘요?|사용법',
  'hola|gracias|bonjour|salut|merci|hallo|danke|guten (?:tag|morgen|abend)|ciao|grazie|olá|oi|obrigad[oa]|привет|спасибо|здравствуйте',
].join('|');
/** What people put around such a phrase. */
const fillers =
  '请问|啊|呀|呢|吧|哦|喔|哈|啦|了|吗|你|您|你们|大家|机器人|小助手|朋友|非常|太|真的|there|you|so much|very much|a lot|much|again|bot|footnote|everyone|all|guys|friend|please|for (?:your help|that|the help|everything)|さん|です|ます|ね|よ|봇|요|정말';

/** One phrase or filler at a place; where two could match, the longer stands first above. */
const piece = new RegExp(`\\s*(?:(?<phrase>${phrases})|${fillers})(?![a-zа-я가-힣])`, 'uy');

/** Whether a question is nothing but a greeting, thanks, a farewell or a question about the bot itself. */
export function isSmallTalk(question: string): boolean {
  if (question.length > 80) return false;
  const plain = foldText(question)
    .text.replace(/[\p{P}\p{S}\p{M}\u200d]+/gu, ' ')
    .trim();
  let hasPhrase = false;
  for (let at = 0; at < plain.length; ) {
    piece.lastIndex = at;
    const match = piece.exec(plain);
    if (match === null) return false;
    hasPhrase ||= match.groups?.phrase !== undefined;
    at += match[0].length;
  }
  return hasPhrase;
}
