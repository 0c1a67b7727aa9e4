/** Questions that name nothing to look for, told by rule: no model is asked, and one question goes back. */
import { readFieldLabels } from '../retrieval/field-labels.ts';
import { foldText } from '../text/fold.ts';

/** Words for something that was named before, with what asks the same of it. */
const standsForSomething =
  /^(?:那么?|还有|and |what about |how about )?(?:[这那]个?|另(?:外)?(?:一个|的)?|其[他它余]的?|它们?|他们?|她们?|the others?(?: ones?)?|(?:that|this)(?: one)?|it|they|それ|これ|そ?の他|그것|저것)(?:呢|的呢|は|はどう(?:ですか)?|은요?|는요?)?$/u;
/** That something is asked for: a form of question that needs a thing to be asked of. */
const asksForForm =
  /多少|几|谁|何时|什么时候|哪[里儿年天]|为(?:什么|何|啥)|多久|\b(?:how (?:much|many|long|far|old)|who|when|where|why)\b|(?<!\p{L})(?:combien|qui|quand|où|pourquoi|wie viele?|wer|wann|wo|warum|cuánt[oa]s?|quién|cuándo|dónde|por qué|quant[oa]s?|quem|onde|chi|dove)(?!\p{L})|сколько|кто|когда|где|почему|いくら|いつ|だれ|誰|どこ|なぜ|얼마|언제|누구|어디|왜|몇/u;
/** What such a question has besides: verbs of being, pronouns, particles, measures of anything. */
const emptyWords =
  /什么|时候|[多少几谁哪何时年天的了是有在叫它他她们这那就都又也钱人个名位为啥里儿久请问]|一共|总共|到底|负责|\b(?:how|much|many|long|far|old|who|when|where|why|is|was|are|were|did|does|do|has|have|had|be|been|it|that|this|they|them|he|him|she|her|the|those|these|there|money|people|go|happen|in|all|total|exactly)\b|(?<!\p{L})(?:combien|qui|quand|où|pourquoi|wie|viele?|wer|wann|wo|warum|cuánt[oa]s?|quién|cuándo|dónde|por|qué|quant[oa]s?|quem|onde|chi|dove|est|sont|ist|sind|es|son|ce)(?!\p{L})|сколько|кто|когда|где|почему|это|いくら|いつ|だれ|どこ|なぜ|です|ます|した|ますか|[かのはがを]|얼마|언제|누구|어디|왜|몇|예요|인가요|이에요|[가는은요]|[^\p{L}\p{N}]/gu;

/** Whether a question before which nothing was said says too little to look for anything: how much, but not of what. */
export function isUnclear(question: string): boolean {
  const folded = foldText(question)
    .text.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
    .trim();
  if (standsForSomething.test(folded)) return true;
  if (!asksForForm.test(folded) || readFieldLabels(folded).fields.size > 0) return false;
  return folded.replace(emptyWords, '') === '';
}
