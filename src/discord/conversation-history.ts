/** The conversation that a message goes on with, read from Discord itself: its chain of replies, or the bot's own thread. */
import type { AnyThreadChannel, Message } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { Turn } from '../knowledge/answering/answer.ts';
import { callDiscord } from './discord-call.ts';
import { shorten } from './limits.ts';
import { channelOf, withoutMentions, wordsOf } from './message-text.ts';
import { isOwnThread } from './own-thread.ts';

/** As many messages back as a conversation reaches, as much of each, and as much in all. */
const maxMessages = 10;
const maxTurnLength = 1000;
const maxTokens = 3000;
/** As far as a thread is looked through for what one member said. */
const threadReach = 100;

/** The turns before `message`, oldest first. What cannot be read any more ends the chain. */
export async function readHistory(message: Message): Promise<readonly Turn[]> {
  return turnsOfAll(await messagesBefore(message, message.author.id));
}

/** The turns up to an answer and with it, for a question of `memberId` that goes on with it. */
export async function readConversation(answer: Message, memberId: string): Promise<readonly Turn[]> {
  const parent = await parentOf(answer);
  const question = parent === null || parent.author.bot ? null : parent;
  const before = await (question === null
    ? messagesBefore(answer, memberId)
    : messagesBefore(question, question.author.id));
  return turnsOfAll([...before, ...(question === null ? [] : [question]), answer]);
}

/** The turns of a thread that the bot opened which are one member's, oldest first, and the answer that it hangs from. */
export async function readThread(channel: AnyThreadChannel, memberId: string): Promise<readonly Turn[]> {
  return turnsOfAll(await messagesOfThread(channel, memberId));
}

/** In a thread, a reply goes on with what was said to the member before, and with what it replies to. */
async function messagesBefore(message: Message, memberId: string): Promise<readonly Message[]> {
  const channel = channelOf(message);
  if (channel === null || !isOwnThread(channel)) return readChain(message, maxMessages);
  const [own, repliedTo] = await Promise.all([
    messagesOfThread(channel, memberId, message.id),
    readChain(message, 2),
  ]);
  const ids = new Set(repliedTo.map(({ id }) => id));
  return [...own.filter(({ id }) => !ids.has(id)), ...repliedTo];
}

/** The chain of replies that a message ends, oldest first, without the message. */
async function readChain(message: Message, most: number): Promise<readonly Message[]> {
  const chain: Message[] = [];
  for (let next = await parentOf(message); next !== null && chain.length < most; next = await parentOf(next))
    chain.unshift(next);
  return chain;
}

/** The answer that a thread hangs from, and what a member asked in it last, with the answers to that. */
async function messagesOfThread(
  channel: AnyThreadChannel,
  memberId: string,
  before?: string,
): Promise<readonly Message[]> {
  try {
    const starter = await callDiscord(() => channel.fetchStarterMessage());
    const asked = starter === null ? null : await parentOf(starter);
    const bound = before === undefined ? {} : { before };
    const latest = await callDiscord(() =>
      channel.messages.fetch({ limit: threadReach, cache: false, ...bound }),
    );
    const said = [...latest.values()].filter(({ system }) => !system).reverse();
    const head = [asked, starter].filter((message) => message !== null);
    return [...head, ...messagesOfMember(said, memberId).slice(-maxMessages)];
  } catch (error) {
    if (error instanceof UpstreamError) return [];
    throw error;
  }
}

/** A member's questions, each followed by its answers, so that what others spoke of is not taken for theirs. */
function messagesOfMember(said: readonly Message[], memberId: string): readonly Message[] {
  return said.flatMap((message) => {
    if (message.author.id === memberId)
      return [message, ...said.filter((other) => isOwn(other) && other.reference?.messageId === message.id)];
    return isOwn(message) && message.interactionMetadata?.user.id === memberId ? [message] : [];
  });
}

function isOwn({ author, client }: Message): boolean {
  return author.id === client.user.id;
}

/** What an answer answers: the question, and the turns before it. */
export interface Exchange {
  readonly question: string;
  readonly history: readonly Turn[];
  /** Whether the answer itself shows the question. */
  readonly isShown: boolean;
}

/** Reads back what an answer of the bot to `memberId` answers; null when that is nowhere to be read any more. */
export async function readExchange(answer: Message, memberId: string): Promise<Exchange | null> {
  const parent = await parentOf(answer);
  // A message says best what it asks: it may have been edited since.
  if (parent !== null && !parent.author.bot)
    return { question: withoutMentions(parent), history: await readHistory(parent), isShown: false };
  const { question } = readAnswerText(wordsOf(answer));
  if (question === '') return null;
  const before = parent === null ? [] : await messagesBefore(answer, memberId);
  return { question, history: turnsOfAll(before), isShown: true };
}

/** What a message goes on with: the message that it replies to, or whose button asked for it. */
async function parentOf(message: Message): Promise<Message | null> {
  const { reference, channelId, interactionMetadata } = message;
  const channel = channelOf(message);
  if (channel === null || (reference !== null && reference.channelId !== channelId)) return null;
  const id =
    reference?.messageId ??
    interactionMetadata?.interactedMessageId ??
    interactionMetadata?.triggeringInteractionMetadata?.interactedMessageId;
  if (id === undefined || id === null) return null;
  try {
    return await callDiscord(() => channel.messages.fetch(id));
  } catch (error) {
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

/** The last turns, as many as there is room for. */
function turnsOfAll(messages: readonly Message[]): readonly Turn[] {
  const kept: Turn[] = [];
  let room = maxTokens;
  for (const each of withoutRepeats(messages.flatMap(turnsOf)).reverse()) {
    room -= countTokens(each.content);
    if (room < 0) break;
    kept.unshift(each);
  }
  return kept;
}

/** Later pages of an answer say its question again, shortened where it is long. */
function withoutRepeats(turns: readonly Turn[]): Turn[] {
  let last = '';
  return turns.filter(({ role, content }) => {
    if (role === 'assistant') return true;
    const isRepeat = content.endsWith('…') ? last.startsWith(content.slice(0, -1)) : last === content;
    last = isRepeat ? last : content;
    return !isRepeat;
  });
}

/** Roughly, and rather too many: a character of Chinese, or four letters of English. */
function countTokens(text: string): number {
  let tokens = 0;
  for (const character of text) tokens += character < '\u0080' ? 0.25 : 1;
  return tokens;
}

function turnsOf(message: Message): Turn[] {
  if (!isOwn(message)) {
    const content = withoutMentions(message);
    // Other bots are no part of a conversation; a text that Discord keeps back cannot be.
    return message.author.bot || content === '' ? [] : [turn('user', content)];
  }
  const { question, answer } = readAnswerText(wordsOf(message));
  return [
    ...(question === '' ? [] : [turn('user', question)]),
    ...(answer === '' ? [] : [turn('assistant', answer)]),
  ];
}

function turn(role: Turn['role'], content: string): Turn {
  return { role, content: shorten(content, maxTurnLength) };
}

/** What a message says: of an answer of the bot, its statements; of any other, its text as it stands. */
export function readSaid(message: Message): string {
  return isOwn(message) ? readAnswerText(wordsOf(message)).answer : withoutMentions(message);
}

/** Reads back what `render-answer.ts` wrote: the question where it was shown, and the statements without their markers and translations. */
export function readAnswerText(content: string): { readonly question: string; readonly answer: string } {
  const lines = content.split('\n');
  const quoted = lines.find((line) => line.startsWith('> ')) ?? '';
  const spoken = lines.filter((line) => !/^(?:> |-# |↳ )/.test(line)).join('\n');
  return {
    question: unescapeText(quoted.slice(2)).trim(),
    answer: unescapeText(withoutMarkers(spoken)).trim(),
  };
}

/** Markers stand unescaped; what looks like one in the text itself does not. */
function withoutMarkers(text: string): string {
  return text.replace(/ ?(?<!\\)\[\d+\]/g, '');
}

/** Takes back what {@link escapeText} did, but for what it left out. */
export function unescapeText(text: string): string {
  return text.replaceAll('\u200b', '').replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}
