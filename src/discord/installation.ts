/** Where the bot is. Installed to a server it is a member there; installed to a member it goes wherever they go. */
import {
  ApplicationIntegrationType,
  type BaseInteraction,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';

/**
 * The server that has installed the bot and whose settings hold; null in direct messages, and where only the member
 * brought it along: a server that never asked for the bot has no settings, whatever is stored under its id.
 */
export function installedGuildId(interaction: BaseInteraction): string | null {
  const { guildId, authorizingIntegrationOwners: owners } = interaction;
  const isInstalled =
    interaction.inCachedGuild() || owners[ApplicationIntegrationType.GuildInstall] === guildId;
  return isInstalled ? guildId : null;
}

/** Whether a member who brought the bot along may not show its answers to the others there: Discord hides them then. */
export function isKeptPrivate(interaction: RepliableInteraction): boolean {
  const isGuest = interaction.inGuild() && installedGuildId(interaction) === null;
  return isGuest && !interaction.memberPermissions.has(PermissionFlagsBits.UseExternalApps);
}
