/** What becomes of questions while they are answered: they are edited, or their message, its channel or the server is deleted. */
import { type Client, Events, type Message } from 'discord.js';
import { UpstreamError } from '../errors.ts';

export interface Watched {
  /** Aborted when the message, its channel or server is deleted, with `UpstreamError('discord', 'gone')`. */
  readonly signal: AbortSignal;
  /** The message as it reads now. */
  newest(): Message;
  end(): void;
}

export interface Withdrawals {
  /** Watches a message until `end` is called. */
  watch(message: Message): Watched;
  /** Says that something was deleted. */
  tell(id: string): void;
  /** Says that a message was edited: it is not kept, so what is told is another object. */
  tellEdited(message: Message): void;
}

export function createWithdrawals(): Withdrawals {
  const watched = new Map<AbortController, Message>();
  return {
    watch(message) {
      const controller = new AbortController();
      watched.set(controller, message);
      return {
        signal: controller.signal,
        newest: () => watched.get(controller) ?? message,
        end: () => watched.delete(controller),
      };
    },
    tell(id) {
      for (const [controller, message] of watched)
        if ([message.id, message.channelId, message.guildId].includes(id))
          controller.abort(new UpstreamError('discord', 'gone'));
    },
    tellEdited(edited) {
      for (const [controller, { id }] of watched) if (id === edited.id) watched.set(controller, edited);
    },
  };
}

/** Tells of whatever Discord says is deleted or edited. */
export function noteChanges(client: Client, { tell, tellEdited }: Withdrawals): void {
  client.on(Events.MessageUpdate, (_, message) => tellEdited(message));
  client.on(Events.MessageDelete, ({ id }) => tell(id));
  client.on(Events.MessageBulkDelete, (messages) => {
    for (const id of messages.keys()) tell(id);
  });
  client.on(Events.ChannelDelete, ({ id }) => tell(id));
  client.on(Events.ThreadDelete, ({ id }) => tell(id));
  client.on(Events.GuildDelete, ({ id }) => tell(id));
}
