/** Where a command can be used. */
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** In servers, direct messages and group chats; installed to a server or to a member. */
export const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** In servers that have installed the bot. */
export const inServersOnly = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};
