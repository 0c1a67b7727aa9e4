/** The conversation that a message goes on with, read from Discord itself: its chain of replies, or the bot's own thread. */
import type { AnyThreadChannel, Message } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { Turn } from '../knowledge/answering/answer.ts';
import { callDiscord } from './discord-call.ts';
import { shorten } from './limits.ts';
import { withoutMentions, wordsOf } from './message-text.ts';
import { isOwnThread } from './own-thread.ts';

/** As many messages back as a conversation reaches, and as much of each. */
const maxMessages = 10;
const maxTurnLength = 1000;

/** The turns before `message`, oldest first. What cannot be read any more ends the chain. */
export async function readHistory(message: Message): Promise<readonly Turn[]> {
  const { channel } = message;
  if (message.reference === null && isOwnThread(channel)) return readThread(channel, message.id);
  const turns: Turn[] = [];
  let current: Message | null = await parentOf(message);
  for (let count = 1; current !== null && count <= maxMessages; count += 1) {
    turns.unshift(...turnsOf(current));
    current = await parentOf(current);
  }
  return turns;
}

/** The turns of a thread that the bot opened, oldest first: the answer that it hangs from, and what was said last before `before`. */
export async function readThread(channel: AnyThreadChannel, before?: string): Promise<readonly Turn[]> {
  try {
    const starter = await callDiscord(() => channel.fetchStarterMessage());
    const latest = await callDiscord(() =>
      channel.messages.fetch({
        limit: maxMessages,
        cache: false,
        ...(before === undefined ? {} : { before }),
      }),
    );
    const said = [...latest.values()].filter(({ system }) => !system).reverse();
    return [...(starter === null ? [] : [starter]), ...said].flatMap(turnsOf);
  } catch (error) {
    if (error instanceof UpstreamError) return [];
    throw error;
  }
}

/** What an answer answers: the question, and the turns before it. */
export interface Exchange {
  readonly question: string;
  readonly history: readonly Turn[];
  /** Whether the answer itself shows the question. */
  readonly isShown: boolean;
}

/** Reads back what an answer of the bot answers; null when that is nowhere to be read any more. */
export async function readExchange(answer: Message): Promise<Exchange | null> {
  const { question } = readAnswerText(wordsOf(answer));
  if (question !== '') return { question, history: [], isShown: true };
  const parent = await parentOf(answer);
  if (parent === null || parent.author.bot) return null;
  return { question: withoutMentions(parent), history: await readHistory(parent), isShown: false };
}

async function parentOf(message: Message): Promise<Message | null> {
  if (message.reference?.messageId === undefined || message.reference.channelId !== message.channelId)
    return null;
  try {
    return await callDiscord(() => message.fetchReference());
  } catch (error) {
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

function turnsOf(message: Message): Turn[] {
  if (message.author.id !== message.client.user.id) {
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
