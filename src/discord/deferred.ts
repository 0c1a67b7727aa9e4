/** Deferring an interaction, and what is needed to answer it then: by this process, or by the next one. */
import {
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { ComponentInteraction, Place } from './component-handler.ts';
import { callDiscord, insist } from './discord-call.ts';
import { type FormOptions, formOptionsFor } from './message-form.ts';

/** What can be deferred, or answered with a modal. */
export type Acted =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ComponentInteraction
  | ModalSubmitInteraction;

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

/** In milliseconds: what is left of Discord's three seconds, about. */
const longestDeferring = 2_000;

/** Also where Discord took the deferral and its answer was lost: it then says that there is one already. */
export async function deferSurely(interaction: Acted, place: Place): Promise<void> {
  try {
    await insist(() => callDiscord(() => defer(interaction, place)), longestDeferring);
  } catch (error) {
    if (!(error instanceof UpstreamError && error.reason === 'answered')) throw error;
  }
}

async function defer(interaction: Acted, place: Place): Promise<void> {
  const canUpdate =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  if (place === 'in-place' && canUpdate) await interaction.deferUpdate();
  else await interaction.deferReply(place === 'public' ? {} : { flags: MessageFlags.Ephemeral });
}
