/** What a follow-up means, by rule: used when no model plans the query. */
import { readFieldLabels } from '../retrieval/field-labels.ts';
import { removeQuestionWords } from '../retrieval/question-phrases.ts';
import { foldText, originalRange } from '../text/fold.ts';
import type { Turn } from './answer.ts';
import { contentWords } from './content-words.ts';
import { exchangeTopic } from './exchange-topic.ts';
import { isGeneral } from './general-words.ts';
import { removeInstructions } from './instructions.ts';
import { removeLeadIn } from './lead-in.ts';
import { nameAuthor } from './name-author.ts';
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

/** What a draft is shown of a conversation: the query stands alone, so that it need only say what was spoken of last. */
const draftTurns = { most: 4, longest: 300 };

/** The last turns, shortened, for a prompt that has the stand-alone query too. */
export function turnsForDraft(history: readonly Turn[]): readonly Turn[] {
  return history.slice(-draftTurns.most).map(({ role, content }) => ({
    role,
    content: content.slice(0, draftTurns.longest).toWellFormed(),
  }));
}

/** A question with what it takes over from the turns before it. */
interface CarriedQuestion {
  /** The stand-alone query. */
  readonly query: string;
  /** What was said last about the same thing, question and answer, for finding its passages again; null on a new topic. */
  readonly previous: string | null;
  /** How a reader is told what was understood; null where the question stands alone. */
  readonly understoodAs: string | null;
}

/** Names the article itself, which is nothing that was said before. */
const thisArticle =
  /[这那该此](?:一?[篇个则]|份)?(?:文章?|报道|公告)|\b(?:this|that|the) (?:article|text|piece|page|story|notice|report)\b|\b(?:is|was) it (?:true|so)\b|\b(?:is|are|was|were) there\b|この(?:記事|文章|论文|記事)|이 ?(?:기사|글)/giu;
const refersBack =
  /它|他们?(?!其他)|她|(?<!因)此(?!外)|[这那](?!样的话)|其(?!他|它|实|次)|该(?!怎|不)|上述|刚才|同样|[前后]者|里面|^还有|^反过来|\b(?:its?|they|them|their|those|these|this|he|she|his|her|same|former|latter|else|others?)\b|(?<=^|\b(?:is|was|did|does|do|of|about|in|for|with|at|by|from|to|after|before|than) )that\b|\b(?:which|the(?: \w+)?) ones?\b|\bthere[?\s]*$|それ|これ|その|この|そこ|彼|では$|^では|그(?:것|곳|럼|리고| )|이것|거기/iu;
const changesTopic =
  /(?:(?:我们?)?换个?(?:话题|问题)|另一个(?:问题|话题)|另外问(?:一下)?|顺便问(?:一下)?|题外话|再?(?:说)?回到|再?说回|\b(?:another|different|new|change of) (?:question|topic|subject)|\bby the way\b|\bback to\b|話題を変え|別の質問|ところで|다른 질문|그런데 말이야)[,，。:：\s]*/iu;
/** Asks the same of something else: 那……呢, what about …, and in …, ……は, ……은요. */
const exchanges =
  /^(?:(?:那么?|还有|じゃあ|では|그럼)[,，、\s]*)?(?<bare>[^,，]{1,30}?)(?:呢|は|はどう(?:ですか)?|[는은]요)$|^(?:and |then |but )?(?:what|how) about (?:the )?(?<about>.{1,30})$|^and (?:the )?(?<and>(?:in )?[\w' -]{2,30})$/iu;
const questionWord = /什么|哪|怎|何|どの|どれ|무엇|어느|어떤|^(?:which|what|how)\b/u;
const subjects = [
  /^([\p{Script=Han}]{2,8}?)(?:要|是)?(?:多少钱|谁$|叫什么|在哪里?$|有哪些$|什么$)/u,
  /^(?:who|what|where|how (?:much|big|old)) (?:is|are|was|were) the ([a-z]{3,})$/u,
];
/** A question that says so much, in characters, stands alone unless it refers back. */
const enoughToStand = { asking: 6, other: 9 };
const charactersOfWord = 3;
/** How far back a chain of follow-ups is followed. */
const longestChain = 6;

/** Makes a question stand alone with the words of the turns before it, where it is elliptic or refers back. */
export function carryOver(question: string, history: readonly Turn[]): CarriedQuestion {
  const turns = pairTurns(history).slice(-longestChain);
  let topic: string | null = null;
  for (const turn of turns) topic = join(turn.question, topic)?.query ?? turn.question;
  const joined = join(question, topic);
  if (joined === null) return { query: withoutLeadIn(question), previous: null, understoodAs: null };
  const last = turns.at(-1);
  return {
    query: joined.query,
    previous: `${topic}\n${last?.answer ?? ''}`,
    understoodAs: joined.isSentence ? joined.query : `${question} ← ${last?.question.trim() ?? ''}`,
  };
}

interface Joined {
  readonly query: string;
  /** False for the words of two questions, which are good for searching only. */
  readonly isSentence: boolean;
}

/** A follow-up with what it takes over from its topic; null where it stands alone. */
function join(question: string, topic: string | null): Joined | null {
  if (topic === null) return null;
  const ofAuthor = nameAuthor(question, topic);
  if (ofAuthor !== null) return { query: ofAuthor, isSentence: true };
  const plain = simplify(question);
  if (namesField(plain)) return null;
  const other = otherTopic(question);
  if (other === null && standsAlone(plain)) return null;
  const { whole, frame } = exchangeTopic(topic, other ?? '');
  if (whole !== null) return { query: whole, isSentence: true };
  const carried = readQuestion(question).sought === 'other' ? frame : contentOf(frame);
  if (carried === '' || question.includes(carried)) return { query: question, isSentence: true };
  return { query: `${question} ${carried}`.slice(0, 600), isSentence: false };
}

/** What a question asks the same of; null where it asks something itself. */
function otherTopic(question: string): string | null {
  const folded = foldText(question);
  const groups = exchanges.exec(simplify(question))?.groups;
  const other = groups?.about ?? groups?.and ?? groups?.bare;
  if (other === undefined || readQuestion(other).sought !== 'other') return null;
  const at = folded.text.indexOf(other);
  const { start, end } = originalRange(folded, at, at + other.length);
  return question.slice(start, end);
}

/** The question without what only says that it is about something new. */
function withoutLeadIn(question: string): string {
  const rest = question.replace(changesTopic, '').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question;
}

function simplify(question: string): string {
  return foldText(question)
    .text.replace(/[?？。!！\s]+$/u, '')
    .trim();
}

/** Whether it asks for a field of the article, and so speaks of nothing that was said before. */
function namesField(plain: string): boolean {
  return readFieldLabels(plain).fields.size > 0;
}

function standsAlone(plain: string): boolean {
  if (changesTopic.test(plain)) return true;
  const folded = removeLeadIn(plain).replace(thisArticle, ' ');
  const reference = refersBack.exec(folded);
  // What a word refers to may stand before it in the same question.
  if (reference !== null) return saysEnough(folded.slice(0, reference.index), 'asking');
  if (/^(?:and|but|so|then)\b/u.test(folded)) return false;
  const asks = questionWord.test(folded) || readQuestion(folded).sought !== 'other';
  return hasSubject(folded) || saysEnough(folded, asks ? 'asking' : 'other');
}

/** Whether it names a thing and asks only who, where or how much that is. */
function hasSubject(folded: string): boolean {
  const subject = subjects.map((pattern) => pattern.exec(folded)?.[1]).find((found) => found !== undefined);
  return subject !== undefined && !contentWords(subject).some((word) => isGeneral(word));
}

function saysEnough(folded: string, kind: keyof typeof enoughToStand): boolean {
  const content = contentOf(folded);
  const characters = content.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = content.match(/[\p{Script=Latin}\p{N}]{2,}/gu)?.length ?? 0;
  return characters + charactersOfWord * words >= enoughToStand[kind];
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
