/** What moderators are told in the channel that they named for it. */
import { ChannelType, type Client } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { Settings } from '../guilds/settings.ts';
import { createTranslator, type Translate } from '../locales/translator.ts';
import type { Log } from '../log.ts';
import { openServer } from './folded-servers.ts';
import { plain } from './payload.ts';
import { post } from './responder.ts';

/** A server whose log channel is written to, and what makes the same word sent again no second message. */
interface Told {
  readonly guildId: string;
  readonly settings: Settings;
  readonly nonce: string;
}

/** Writes there in the server's language. Never throws: what is done is done, whether it can be told or not. */
export async function tellModerators(
  client: Client,
  { guildId, settings, nonce }: Told,
  lines: (translate: Translate) => readonly string[],
  log: Log,
): Promise<void> {
  const guild = openServer(client, guildId);
  // Of that server: a channel of another one must never be told.
  const channel = guild?.channels.cache.get(settings.logChannel);
  if (guild === undefined || channel === undefined) return;
  if (!channel.isTextBased() || channel.type === ChannelType.GuildStageVoice) return;
  try {
    const translate = createTranslator(guild.preferredLocale);
    await post(channel, plain(lines(translate).join('\n')), nonce);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    log.warn('moderators-not-told', { guildId, channelId: channel.id, reason: error.reason });
  }
}
