/** New posts in a question forum: left to the people there first, and to them alone once they have taken one up. */
import { type AnyThreadChannel, ChannelType, type Message } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { KnownSettings } from '../guilds/guild-settings.ts';
import { isModerator } from '../guilds/policy.ts';
import { callDiscord } from './discord-call.ts';
import { standingOfMember } from './permissions.ts';

/** What forums call a tag of posts that need no more answers, in the languages that the bot speaks. */
const solvedTag =
  /solved|resolved|answered|closed|已解[决決]|已回答|解決|回答済|해결|답변 완료|résolu|gelöst|erledigt|resuelto|resolvido/i;
const unsolved =
  /unsolved|unresolved|unanswered|未解|未回答|미해결|non résolu|ungelöst|sin resolver|não resolvido/i;

/**
 * Whether a post needs no answer of the bot: it is closed, locked or tagged as solved, or a moderator has written under
 * it. What cannot be read counts as yes: then nobody is interrupted.
 */
export async function isAttended(message: Message, known: KnownSettings): Promise<boolean> {
  const { channel } = message;
  if (!channel.isThread()) return false;
  return channel.locked || channel.archived || isSolved(channel) || (await hasModerator(message, known));
}

function isSolved({ appliedTags, parent }: AnyThreadChannel): boolean {
  const tags = parent?.type === ChannelType.GuildForum ? parent.availableTags : [];
  return tags.some(
    ({ id, name }) => appliedTags.includes(id) && solvedTag.test(name) && !unsolved.test(name),
  );
}

async function hasModerator({ channel, guild, id }: Message, known: KnownSettings): Promise<boolean> {
  try {
    const later = await callDiscord(() => channel.messages.fetch({ after: id, limit: 100, cache: false }));
    const people = [...later.values()].filter(({ author, system }) => !author.bot && !system);
    for (const authorId of new Set(people.map(({ author }) => author.id))) {
      const member = await callDiscord(async () => guild?.members.fetch(authorId));
      if (member !== undefined && isModerator(standingOfMember(member), known)) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof UpstreamError) return true;
    throw error;
  }
}
