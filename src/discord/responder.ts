/** The only place that sends and edits messages. */
import {
  type Client,
  InteractionWebhook,
  type Message,
  MessageFlags,
  Routes,
  type SendableChannels,
} from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Deferred } from './deferred.ts';
import { callDiscord, insist, mayHaveComeThrough } from './discord-call.ts';
import { createMessageForm, type MessageForm } from './message-form.ts';
import type { Payload } from './payload.ts';
import { missingForReplyComponents } from './permissions.ts';
import { createProgress } from './progress.ts';

/** Answers one interaction or message. Throws `UpstreamError('discord')` when Discord does not take it. */
export interface Responder {
  /** Whether only the member sees what is sent. */
  readonly isPrivate: boolean;
  /** Shows an unfinished state, when there is time for it. Never throws. */
  progress(payload: Payload): void;
  /** Sends the final state: the first page in place of the progress, the others after it. The first `sent` stand already. */
  finish(pages: readonly Payload[], sent?: number): Promise<void>;
  /** Says something to the member alone where that can be, instead of a final state. */
  whisper(payload: Payload): Promise<void>;
  /** Says something instead of a final state by one request, which either comes through or does not: before an end that does not wait. */
  lastWord(payload: Payload): Promise<void>;
  /** Says something to the member alone, besides the final state. */
  addPrivately(payload: Payload): Promise<void>;
}

/** Says something in a channel that is no reply. The nonce makes a request that is sent again no second message. */
export async function post(
  channel: SendableChannels,
  payload: Payload,
  nonce: string,
  form: MessageForm = createMessageForm({ takesComponents: true }),
): Promise<void> {
  await form.send<unknown>(payload, (body) => channel.send({ ...body, nonce, enforceNonce: true }));
}

/** A final state of several pages, of which some stand. */
export interface Unsent {
  readonly pages: readonly Payload[];
  readonly sent: number;
}

/** Told before each page of several. */
type OnPage = (unsent: Unsent) => void;

/** Answers an interaction that has been deferred, by this process or by one before it. */
export function createInteractionResponder(
  deferred: Deferred,
  client: Client<true>,
  log: Log,
  onPage: OnPage = () => undefined,
): Responder {
  const { interactionId, applicationId, token, place, channelId } = deferred;
  const webhook = new InteractionWebhook(client, applicationId, token);
  const isPrivate = place === 'private';
  let answered = false;
  const form = createMessageForm(deferred);
  const edit = async (payload: Payload): Promise<void> => {
    await form.edit(payload, (body) => webhook.editMessage('@original', body));
  };
  const follow = async (payload: Payload, alone: boolean): Promise<void> => {
    await form.send(payload, ({ flags, ...body }) =>
      webhook.send({ ...body, flags: alone ? [...flags, MessageFlags.Ephemeral] : flags }),
    );
  };
  /** Follow-ups take no nonce: one that is sent again may come twice. So where many read along, a page is a message of the channel. */
  const next = async (page: Payload, number: number): Promise<void> => {
    const channel = channelId === null ? null : client.channels.cache.get(channelId);
    if (!channel?.isSendable()) return follow(page, isPrivate);
    try {
      await insist(() => post(channel, page, `${interactionId}-${number}`, form));
    } catch (error) {
      if (!(error instanceof UpstreamError) || mayHaveComeThrough(error)) throw error;
      await follow(page, isPrivate);
    }
  };
  /** Where that fails, the follow-up takes its place. */
  const takeAwayThinking = async (): Promise<void> => {
    const original = Routes.webhookMessage(applicationId, token, '@original');
    try {
      await insist(() => callDiscord(() => client.rest.delete(original, { auth: false })));
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
    }
  };
  const progress = createProgress(edit, (error) => logLostEdit(log, error));
  return {
    isPrivate,
    progress: (payload) => progress.show(payload),
    addPrivately: (payload) => follow(payload, true),
    async finish(pages, sent = 0) {
      await progress.settle();
      answered = sent > 0;
      for (const [index, page] of [...pages.entries()].slice(sent)) {
        if (pages.length > 1) onPage({ pages, sent: index });
        await (index === 0 ? insist(() => edit(page)) : next(page, index));
        answered = true;
      }
    },
    async whisper(payload) {
      await progress.settle();
      // What is there is not the member's alone: "thinking" is taken away. The message that was tapped stays as it
      // is, and so does an answer of which a later page failed.
      if (place === 'private' && !answered) return insist(() => edit(payload));
      if (place === 'public' && !answered) await takeAwayThinking();
      await follow(payload, true);
    },
    async lastWord(payload) {
      await progress.settle();
      if (place === 'in-place' || answered) await follow(payload, true);
      else await edit(payload);
    },
  };
}

/**
 * Answers a message by replying to it. Nothing is sent before there is something to say, nor once `signal` says that the
 * message is gone; a reply that stands by then is taken away, so that none hangs in the channel without its question.
 * `begun` is the unfinished reply that another process has left.
 */
export function createMessageResponder(
  message: Message,
  log: Log,
  signal: AbortSignal,
  {
    begun = null,
    onPage = () => undefined,
  }: { readonly begun?: Message | null; readonly onPage?: OnPage } = {},
): Responder {
  let first = begun;
  let tried = begun !== null;
  let unconfirmed = false;
  let sent = 0;
  const form = createMessageForm({
    takesComponents: missingForReplyComponents(message).length === 0,
    isComponents: begun?.flags.has(MessageFlags.IsComponentsV2) ?? false,
  });
  const takeAwayWithQuestion = (standing: Message): void =>
    signal.addEventListener('abort', () => takeAway(standing, log), { once: true });
  if (begun !== null) takeAwayWithQuestion(begun);
  /** The same nonce for the same page, so that one that is sent again makes no second message. */
  const reply = async (payload: Payload, page: number): Promise<Message> => {
    signal.throwIfAborted();
    const nonce = `${message.id}-${page}`;
    const standing = await form.send(payload, (body) =>
      message.reply({ ...body, nonce, enforceNonce: true, failIfNotExists: true }),
    );
    if (signal.aborted) await takeAway(standing, log);
    else takeAwayWithQuestion(standing);
    return standing;
  };
  const writeTo = async (payload: Payload, kind: 'whisper' | 'add'): Promise<void> => {
    const channel = await callDiscord(() => message.author.createDM());
    await insist(() => post(channel, payload, `${message.id}-${kind.charAt(0)}`));
  };
  const replace = async (payload: Payload): Promise<void> => {
    // What was tried before may have come through though Discord did not say so: then that message is given back.
    const isNew = first === null && !tried;
    tried = true;
    first ??= await reply(payload, 0);
    const standing = first;
    // An answer that did come through is not taken away by a word that it did not.
    signal.throwIfAborted();
    if (!isNew && !unconfirmed) await form.edit(payload, (body) => standing.edit(body));
  };
  const sendFirst = async (page: Payload): Promise<void> => {
    try {
      await insist(() => replace(page));
    } catch (error) {
      unconfirmed = first === null;
      throw error;
    }
  };
  const progress = createProgress(replace, (error) => logLostEdit(log, error));
  const finish = async (pages: readonly Payload[], standing = 0): Promise<void> => {
    await progress.settle();
    sent += standing;
    // What is said after a page that stands, such as that the next one failed, comes after it.
    for (const [index, page] of [...pages.entries()].slice(standing)) {
      if (pages.length > 1) onPage({ pages, sent: index });
      await (sent === 0 ? sendFirst(page) : insist(() => reply(page, sent)));
      sent += 1;
    }
  };
  return {
    isPrivate: false,
    progress: (payload) => progress.show(payload),
    addPrivately: (payload) => writeTo(payload, 'add'),
    finish,
    lastWord: (payload) => finish([payload]),
    async whisper(payload) {
      await progress.settle();
      await writeTo(payload, 'whisper');
    },
  };
}

/** Never throws: what cannot be taken away stays. */
async function takeAway(message: Message, log: Log): Promise<void> {
  try {
    await callDiscord(() => message.delete());
  } catch (error) {
    const reason = error instanceof UpstreamError ? error.reason : 'bug';
    log.warn('reply-not-taken-away', { messageId: message.id, reason });
  }
}

function logLostEdit(log: Log, error: unknown): void {
  const reason = error instanceof UpstreamError ? error.reason : 'bug';
  log.warn('progress-not-shown', { reason, error });
}
