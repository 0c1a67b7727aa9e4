import type { Core } from '../core.ts';
import type { Interaction, InteractionKind } from '../interactions/interaction.ts';
import { interactionPayload } from '../interactions/interaction-payload.ts';
import type { Channel, User } from '../world/entities.ts';
import type { Message } from '../world/message.ts';
import { messagePayload } from '../world/message-payload.ts';
import { type SettleOptions, settle } from './waiting.ts';

/** One thing done in Discord's client that becomes an interaction. */
export interface Act {
  readonly kind: InteractionKind;
  /** The command's name; null for components and modals. */
  readonly name: string | null;
  readonly user: User;
  readonly channel: Channel;
  readonly locale: string;
  /** The message it was done on. */
  readonly source: Message | null;
  /** The `data` of the interaction. */
  readonly data: object;
}

/** Sends an interaction to the bot and waits for its answer. */
export function act(core: Core, done: Act, options: SettleOptions): Promise<Interaction> {
  const { kind, name, user, channel, source } = done;
  const interaction = core.interactions.create({ kind, name, user, channel, source });
  const message = source === null ? null : messagePayload(core.world, source, () => true);
  core.gateway.dispatch({
    name: 'INTERACTION_CREATE',
    guildId: channel.guildId,
    intent: 0,
    data: () => interactionPayload(core, interaction, done.locale, done.data, message),
  });
  return settle(core, interaction, options);
}
