/** What became of everything that was asked, as plain facts that can be checked. */
import { ComponentType } from 'discord-api-types/v10';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Message } from '../../sandbox/world/message.ts';
import type { Asked, Way } from './load.ts';

export interface Told {
  /** Of the interaction or message. */
  readonly id: string;
  readonly way: Way;
  readonly askedAt: number;
  /** The bot has begun to answer: Discord took its first response, or a message of it that answers stands. */
  readonly isAccepted: boolean;
  /** When Discord took its first response; null where it took none, and for what was written in a channel. */
  readonly acceptedAt: number | null;
  /** The bot deferred, and Discord still shows it thinking. */
  readonly isThinking: boolean;
  /** Messages that answer it and are not on their way any more: an answer, or a sentence that says why there is none. */
  readonly finals: number;
  /** Messages that stopped on the way to an answer. */
  readonly unfinished: number;
  /** Whether the fault answered a request of it with a refusal for good (a status of 4xx but 429). */
  readonly isRefused: boolean;
  /** For a reader: what was written, where it was written in a channel. */
  readonly words: string | null;
  /** For a reader: the words of what answers it, cut. */
  readonly shown: readonly string[];
}

export function tellAll(asked: readonly Asked[], sandbox: Sandbox): Told[] {
  const shown = indexMessages(sandbox);
  const refused = refusedTexts(sandbox);
  return asked.map((one) => {
    const { interaction, way, at } = one;
    const messages = messagesOf(one, shown);
    const standing = messages.filter(({ deleted, loading }) => !deleted && !loading);
    const unfinished = standing.filter(isUnfinished);
    const isChoice = way === 'offers' && interaction?.firstResponse === 'choices';
    const names = [interaction?.token, one.message?.id].filter((name) => name !== undefined);
    return {
      ...{ id: interaction?.id ?? one.message?.id ?? '', way, askedAt: at },
      isAccepted: interaction === null ? messages.length > 0 : interaction.firstResponse !== null,
      acceptedAt:
        interaction === null || interaction.respondedAfterMs === null
          ? null
          : interaction.createdAt + interaction.respondedAfterMs,
      isThinking: messages.some(({ deleted, loading }) => loading && !deleted),
      finals: isChoice ? 1 : standing.length - unfinished.length - laterPages(standing),
      unfinished: unfinished.length,
      isRefused: names.some((name) => refused.some((text) => text.includes(name))),
      words: one.message?.content ?? null,
      shown: standing.map(({ text }) => text.replaceAll('\n', ' ⏎ ').slice(0, 160)),
    };
  });
}

/** As the last line of a page has it, in any of the bot's languages. */
const pageNumber = /(?:Page|Seite|Página|第|中|중) ?(\d+)(?: of| sur| von| de| 页| 頁| ページ目|쪽)/;

/** Second and further pages of an answer, each counted once: they are part of the first one's message. */
function laterPages(messages: readonly Message[]): number {
  const numbers = messages.map(({ text }) => Number(pageNumber.exec(text)?.[1] ?? 1));
  return new Set(numbers.filter((number) => number > 1)).size;
}

/** Framed, as a sentence that there is no answer is not, and without the buttons that every answer has. */
function isUnfinished({ components, buttons, selects }: Message): boolean {
  const isFramed = components.some(({ type }) => type === ComponentType.Container);
  return isFramed && buttons.length === 0 && selects.length === 0;
}

interface Shown {
  /** Messages of the bot by the message that they reply to, and by what else they answer: further pages, and words in private. */
  readonly byReference: ReadonlyMap<string, readonly Message[]>;
  readonly byNonce: ReadonlyMap<string, readonly Message[]>;
}

function indexMessages({ world }: Sandbox): Shown {
  const messages = [...world.channels.values()]
    .flatMap((channel) => channel.messages)
    .filter(({ author }) => author.id === world.bot.id);
  return {
    byReference: Map.groupBy(messages, ({ reference }) => reference?.messageId ?? ''),
    byNonce: Map.groupBy(messages, ({ nonce }) => String(nonce ?? '').split('-')[0] ?? ''),
  };
}

function messagesOf({ interaction, message }: Asked, { byReference, byNonce }: Shown): readonly Message[] {
  const id = interaction?.id ?? message?.id ?? '';
  const own = interaction === null ? (byReference.get(id) ?? []) : ofInteraction(interaction);
  return [...new Set([...own, ...(byNonce.get(id) ?? [])])];
}

function ofInteraction({ original, source, followUps }: Interaction): Message[] {
  return [original, ...followUps].flatMap((one) => (one === null || one === source ? [] : [one]));
}

/** The paths and bodies of requests that a planned fault has refused for good. */
function refusedTexts({ requests }: Sandbox): string[] {
  return requests
    .filter(({ isFaulted, status }) => isFaulted && status >= 400 && status < 500 && status !== 429)
    .map(({ path, body }) => `${path} ${JSON.stringify(body)}`);
}
