import { type Client, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** The link that invites the bot to a server, with just the permissions it needs. */
export function inviteUrlOf(client: Client<true>): string {
  const { ViewChannel, SendMessages, SendMessagesInThreads, CreatePublicThreads, ReadMessageHistory } =
    PermissionFlagsBits;
  return client.generateInvite({
    scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
    permissions: [ViewChannel, SendMessages, SendMessagesInThreads, CreatePublicThreads, ReadMessageHistory],
  });
}
