/** The check-up of a server that a moderator asks for. */
import type { ChatInputCommandInteraction } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { ReplyContext } from '../command.ts';
import { examine } from './examine.ts';
import { gatherFacts } from './gather-facts.ts';
import { renderFindings } from './render-findings.ts';

/** Whoever calls it has made sure that a moderator asks. */
export async function checkUp(
  { guild, createdTimestamp }: ChatInputCommandInteraction,
  { services, translate, reply }: ReplyContext,
): Promise<void> {
  if (guild === null) throw new UserError('server-only', 'the server is not known');
  const facts = await gatherFacts(guild, createdTimestamp, services);
  await reply.finish(renderFindings('', examine(facts), facts.role, translate));
}
