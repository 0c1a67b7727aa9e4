/** Tells members that moderators have answered what they wanted to hear of. */
import type { Guild } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { Wish } from '../guilds/gap-store.ts';
import { createTranslator } from '../locales/translator.ts';
import type { Log } from '../log.ts';
import { callDiscord } from './discord-call.ts';
import { escapeLine, escapeText } from './escape-text.ts';
import { plain } from './payload.ts';
import { post } from './responder.ts';

interface Answered {
  /** As moderators word it. */
  readonly question: string;
  readonly answer: string | null;
  readonly nonce: string;
}

/** Returns how many were told. Who has left the server is told nothing of it; closed direct messages are passed over. */
export async function tellAnswered(
  guild: Guild,
  wishes: readonly Wish[],
  { question, answer, nonce }: Answered,
  log: Log,
): Promise<number> {
  let told = 0;
  for (const { memberId, locale } of wishes) {
    const translate = createTranslator(locale);
    const lines = [
      translate('gaps.told.lead', { server: escapeLine(guild.name) }),
      `> ${escapeLine(question)}`,
      answer === null ? translate('gaps.told.pinned') : escapeText(answer),
      `-# ${translate('answer.footer.moderators')}`,
    ];
    try {
      const member = await callDiscord(() => guild.members.fetch(memberId));
      const channel = await callDiscord(() => member.createDM());
      await post(channel, plain(lines.join('\n')), nonce);
      told += 1;
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      log.warn('member-not-told', { guildId: guild.id, reason: error.reason });
    }
  }
  return told;
}
