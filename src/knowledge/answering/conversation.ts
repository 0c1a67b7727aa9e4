/** What a follow-up means, by rule: used when no model plans the query. */
import { removeQuestionWords } from '../retrieval/question-phrases.ts';
import { foldText } from '../text/fold.ts';
import type { Turn } from './answer.ts';
import { removeInstructions } from './instructions.ts';
import { readQuestion } from './question.ts';
import { isSmallTalk } from './small-talk.ts';

/** More of a conversation than this says nothing about the next question. */
const mostTurns = 12;
const longestTurn = 1_000;

/** The last turns, each cut to a length that a prompt can bear. */
export function recentTurns(history: readonly Turn[]): readonly Turn[] {
  return history.slice(-mostTurns).map(({ role, content }) => ({
    role,
    content: content.slice(0, longestTurn).toWellFormed(),
  }));
}

/** A question with what it takes over from the turns before it. */
interface CarriedQuestion {
  /** The stand-alone query. */
  readonly query: string;
  /** What was said last about the same thing, question and answer, for finding its passages again; null on a new topic. */
  readonly previous: string | null;
}

const refersBack =
  /它|他们?(?!其他)|她|(?<!因)此|[这那](?!样的话)|其(?!他|它|实|次)|该(?!怎|不)|上述|刚才|同样|[前后]者|里面|其中|呢$|^还有|^反过来|\b(?:it|its|they|them|their|those|these|that|this|he|she|his|her|ones?|there|same|former|latter|else|others?)\b|^(?:and|but|so|then|what about|how about)\b|それ|これ|その|この|そこ|彼|では$|^では|は$|그(?:것|곳|럼|리고| )|이것|거기|는요?$|은요?$/iu;
const changesTopic =
  /换个?话题|另一个(?:问题|话题)|另外问|顺便问|题外话|说回|回到|\b(?:another|different|new|change of) (?:question|topic|subject)|\bby the way\b|\bback to\b|話題を変え|別の質問|ところで|다른 질문|그런데 말이야/iu;
/** A question that says so much stands alone unless it refers back. */
const enoughToStand = 9;
/** How far back a chain of follow-ups is followed. */
const longestChain = 6;

/** Makes a question stand alone with the words of the turns before it, where it is short, elliptic or refers back. */
export function carryOver(question: string, history: readonly Turn[]): CarriedQuestion {
  const turns = pairTurns(history).slice(-longestChain);
  let topic: string | null = null;
  for (const turn of turns) topic = join(turn.question, topic) ?? turn.question;
  const query = join(question, topic);
  if (query === null) return { query: question, previous: null };
  return { query, previous: `${topic}\n${turns.at(-1)?.answer ?? ''}` };
}

function join(question: string, topic: string | null): string | null {
  if (topic === null || standsAlone(question)) return null;
  const carried = readQuestion(question).sought === 'other' ? topic : contentOf(topic);
  return carried === '' || question.includes(carried) ? question : `${question} ${carried}`.slice(0, 600);
}

function standsAlone(question: string): boolean {
  const folded = foldText(question)
    .text.replace(/[?？。!！\s]+$/u, '')
    .trim();
  if (changesTopic.test(folded)) return true;
  if (refersBack.test(folded)) return false;
  const content = contentOf(folded);
  const han = content.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = content.match(/[\p{Script=Latin}\p{N}]{2,}/gu)?.length ?? 0;
  return han + 2 * words >= enoughToStand;
}

function contentOf(text: string): string {
  return removeQuestionWords(foldText(text).text).replace(/\s+/g, ' ').trim();
}

/** The member's turns with what was answered to each; greetings are no topic. */
function pairTurns(history: readonly Turn[]): { question: string; answer: string }[] {
  const pairs: { question: string; answer: string }[] = [];
  for (const { role, content } of history) {
    const last = pairs.at(-1);
    if (role === 'user') pairs.push({ question: removeInstructions(content.slice(0, 300)), answer: '' });
    else if (last !== undefined) last.answer = content.slice(0, 600);
  }
  return pairs.filter(({ question }) => question !== '' && !isSmallTalk(question));
}
