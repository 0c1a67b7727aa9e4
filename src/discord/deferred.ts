/** What is needed to answer an interaction that was deferred: by this process, or by the next one. */
import type { RepliableInteraction } from 'discord.js';
import type { Place } from './component-handler.ts';
import { type FormOptions, formOptionsFor } from './message-form.ts';

/** Plain values only, so that it can be kept. */
export interface Deferred extends FormOptions {
  readonly interactionId: string;
  readonly applicationId: string;
  /** Good for 15 minutes. Whoever has it can answer in the bot's name. */
  readonly token: string;
  readonly place: Place;
  /** Where pages after the first are messages of the channel; null where they are follow-ups. */
  readonly channelId: string | null;
}

export function deferredAt(interaction: RepliableInteraction, place: Place): Deferred {
  const { id: interactionId, applicationId, token, channelId } = interaction;
  return {
    ...{ interactionId, applicationId, token, place },
    channelId: place === 'public' && interaction.inCachedGuild() ? channelId : null,
    ...formOptionsFor(interaction, place === 'in-place'),
  };
}
