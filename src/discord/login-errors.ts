/** Why the bot cannot be connected to Discord, in words for the operator. */
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
} from 'discord.js';
import { UserError } from '../errors.ts';
import { isNetworkError } from './discord-call.ts';

/** Why Discord closed the gateway for good, as an error that ends the process. */
export function refusalOf(code: number): UserError {
  if (code === GatewayCloseCodes.AuthenticationFailed) return wrongToken();
  if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents)
    return new UserError(
      'intents-disallowed',
      'Discord does not allow an intent. Turn on “Message Content Intent” for the bot in the developer portal, or set DISCORD_MESSAGE_CONTENT=off.',
    );
  return unreachable(`it closed the connection with code ${code}`);
}

/** Why one cannot log in, as such an error where it is known why; otherwise what was thrown. */
export function loginErrorOf(error: unknown): unknown {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return wrongToken();
  if (error instanceof DiscordAPIError && error.status === 401) return wrongToken();
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    return unreachable(`it answers with HTTP status ${error.status}`);
  if (isNetworkError(error)) return unreachable('there is no connection to it');
  if (error instanceof Error && error.name === 'AbortError') return unreachable('it does not answer');
  // The library's own words, when Discord has none left.
  if (error instanceof Error && error.message.startsWith('Not enough sessions remaining'))
    return unreachable('it allows this bot no more logins today');
  return error;
}

function wrongToken(): UserError {
  return new UserError(
    'token-wrong',
    'Discord does not accept DISCORD_TOKEN. Copy the bot’s token from the developer portal (Bot, Reset Token).',
  );
}

/** An error that ends the process. */
export function unreachable(how: string): UserError {
  return new UserError(
    'discord-unreachable',
    `Discord cannot be reached: ${how}. Check the network and DISCORD_API_URL.`,
  );
}
