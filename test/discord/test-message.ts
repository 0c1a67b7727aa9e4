import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { Message } from '../../sandbox/world/message.ts';

/** The message that a member has in front of them after an interaction: the response, or what took its place. */
export function shownBy({ original, followUps }: Interaction): Message {
  const message = original === null || original.deleted ? followUps[0] : original;
  if (message === undefined) throw new Error('nothing is shown');
  return message;
}
