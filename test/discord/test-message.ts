import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Message } from '../../sandbox/world/message.ts';

/** The message that a member has in front of them after an interaction: the response, or what took its place. */
export function shownBy({ original, followUps }: Interaction): Message {
  const message = original === null || original.deleted ? followUps[0] : original;
  if (message === undefined) throw new Error('nothing is shown');
  return message;
}

/** Waits, after a tap that is deferred in place, until the message is another or something is said beside it. */
export async function redrawn(
  sandbox: Sandbox,
  message: Message,
  act: Promise<Interaction>,
): Promise<string> {
  const { revisions } = message;
  const interaction = await act;
  await sandbox.waitFor(() => message.revisions > revisions || interaction.followUps.length > 0 || undefined);
  return interaction.followUps[0]?.text ?? message.text;
}
