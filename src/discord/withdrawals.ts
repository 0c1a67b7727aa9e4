/** Questions that are taken back while they are answered: their message, its channel or the server is deleted. */
import { type Client, Events } from 'discord.js';
import { UpstreamError } from '../errors.ts';

export interface Withdrawals {
  /** A signal that is aborted when one of these ids is deleted, with `UpstreamError('discord', 'gone')`. Given back by `end`. */
  watch(ids: readonly (string | null)[]): { readonly signal: AbortSignal; end(): void };
  /** Says that something was deleted. */
  tell(id: string): void;
}

export function createWithdrawals(): Withdrawals {
  const watched = new Map<AbortController, readonly (string | null)[]>();
  return {
    watch(ids) {
      const controller = new AbortController();
      watched.set(controller, ids);
      return { signal: controller.signal, end: () => watched.delete(controller) };
    },
    tell(id) {
      for (const [controller, ids] of watched)
        if (ids.includes(id)) controller.abort(new UpstreamError('discord', 'gone'));
    },
  };
}

/** Tells of whatever Discord says is deleted. */
export function noteDeletions(client: Client, { tell }: Withdrawals): void {
  client.on(Events.MessageDelete, ({ id }) => tell(id));
  client.on(Events.MessageBulkDelete, (messages) => {
    for (const id of messages.keys()) tell(id);
  });
  client.on(Events.ChannelDelete, ({ id }) => tell(id));
  client.on(Events.ThreadDelete, ({ id }) => tell(id));
  client.on(Events.GuildDelete, ({ id }) => tell(id));
}
