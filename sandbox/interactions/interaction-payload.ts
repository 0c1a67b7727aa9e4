// INTERACTION_CREATE, as Discord sends it.
import { InteractionType } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { contextOf, isPresent } from '../people/rights.ts';
import { channelPayload, memberPayload, userPayload } from '../world/payloads.ts';
import { channelPermissions } from '../world/permissions.ts';
import type { Interaction } from './interaction.ts';

const types = {
  command: InteractionType.ApplicationCommand,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
  component: InteractionType.MessageComponent,
  modal: InteractionType.ModalSubmit,
} as const;

/** What the bot may do in a direct message with a person. */
const directMessagePermissions = '2222085186636353';

/** The event for an interaction; `data` is what belongs to its kind, `message` the one it was used on. */
export function interactionPayload(
  core: Core,
  interaction: Interaction,
  locale: string,
  data: object,
  message: object | null,
): object {
  const { world } = core;
  const { channel, user } = interaction;
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  const self = guild?.members.get(world.bot.id);
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: types[interaction.kind],
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: channelPayload(world, channel),
    locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    app_permissions:
      guild === null || self === undefined
        ? directMessagePermissions
        : channelPermissions(guild, channel, self).toString(),
    context: contextOf(channel),
    authorizing_integration_owners: isPresent(world, channel) ? { 0: guild?.id ?? '0' } : { 1: user.id },
    ...(message === null ? {} : { message }),
    ...(guild !== null && member !== undefined
      ? {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: {
            ...memberPayload(member),
            user: userPayload(user),
            permissions: channelPermissions(guild, channel, member).toString(),
          },
        }
      : { user: userPayload(user) }),
  };
}
