/** The only place that sends and edits messages. */
import {
  type Message,
  MessageFlags,
  type MessageMentionOptions,
  type RepliableInteraction,
} from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Place } from './component-handler.ts';
import { callDiscord } from './discord-call.ts';
import type { Payload } from './payload.ts';
import { createProgress } from './progress.ts';

/** Answers one interaction or message. Throws `UpstreamError('discord')` when Discord does not take it. */
export interface Responder {
  /** Whether only the member sees what is sent. */
  readonly isPrivate: boolean;
  /** Shows an unfinished state, when there is time for it. Never throws. */
  progress(payload: Payload): void;
  /** Sends the final state: the first page in place of the progress, the others after it. */
  finish(pages: readonly Payload[]): Promise<void>;
  /** Says something to the member alone where that can be, instead of a final state. */
  whisper(payload: Payload): Promise<void>;
}

/** On every message: nobody is ever pinged. */
export const noMentions: MessageMentionOptions = { parse: [], repliedUser: false };

function bodyOf({ content, components }: Payload) {
  return { content, components, allowedMentions: noMentions };
}

/** Answers an interaction that has been deferred at `place`. */
export function createInteractionResponder(
  interaction: RepliableInteraction,
  place: Place,
  log: Log,
): Responder {
  const isPrivate = place === 'private';
  const edit = async (payload: Payload): Promise<void> => {
    await callDiscord(() => interaction.editReply(bodyOf(payload)));
  };
  const follow = async (payload: Payload, alone: boolean): Promise<void> => {
    const flags = alone ? MessageFlags.Ephemeral : undefined;
    await callDiscord(() => interaction.followUp({ ...bodyOf(payload), flags }));
  };
  const progress = createProgress(edit, (error) => logLostEdit(log, error));
  return {
    isPrivate,
    progress: (payload) => progress.show(payload),
    async finish(pages) {
      await progress.settle();
      for (const [index, page] of pages.entries()) await (index === 0 ? edit(page) : follow(page, isPrivate));
    },
    async whisper(payload) {
      await progress.settle();
      if (place === 'private') return edit(payload);
      // What is there is not the member's alone: "thinking" is taken away, the message that was tapped stays as it is.
      if (place === 'public') await callDiscord(() => interaction.deleteReply());
      await follow(payload, true);
    },
  };
}

/** Answers a message by replying to it. Nothing is sent before there is something to say. */
export function createMessageResponder(message: Message, log: Log): Responder {
  let first: Message | null = null;
  let sent = 0;
  const reply = async (payload: Payload): Promise<Message> => {
    // The same nonce for the same page, so that a request that is sent again makes no second message.
    const nonce = `${message.id}-${sent}`;
    sent += 1;
    return callDiscord(() =>
      message.reply({ ...bodyOf(payload), nonce, enforceNonce: true, failIfNotExists: false }),
    );
  };
  const replace = async (payload: Payload): Promise<void> => {
    const standing = first;
    first =
      standing === null ? await reply(payload) : await callDiscord(() => standing.edit(bodyOf(payload)));
  };
  const progress = createProgress(replace, (error) => logLostEdit(log, error));
  return {
    isPrivate: false,
    progress: (payload) => progress.show(payload),
    async finish(pages) {
      await progress.settle();
      for (const [index, page] of pages.entries()) {
        if (index === 0) await replace(page);
        else await reply(page);
      }
    },
    async whisper(payload) {
      await progress.settle();
      await callDiscord(() => message.author.send(bodyOf(payload)));
    },
  };
}

function logLostEdit(log: Log, error: unknown): void {
  const reason = error instanceof UpstreamError ? error.reason : 'bug';
  log.warn('progress-not-shown', { reason, error });
}
