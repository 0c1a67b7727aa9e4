/** A question that was asked by a button, a modal or a menu: the answer shows it, since no message above does. */
import type { RepliableInteraction } from 'discord.js';
import type { Turn } from '../knowledge/answering/answer.ts';
import type { AskRequest } from './ask.ts';
import type { ReplyContext } from './command.ts';
import { askedByInteraction, standingOf } from './permissions.ts';

interface Asking extends Partial<Pick<AskRequest, 'showQuestion' | 'offersThread' | 'askerId' | 'isAnew'>> {
  readonly question: string;
  /** The turns before it, oldest first. */
  readonly history?: readonly Turn[];
}

/** Asks it for the member of the interaction, who is shown the answer by `reply`. */
export function askByInteraction(
  interaction: RepliableInteraction,
  asking: Asking,
  { services, translate, reply, notice }: ReplyContext,
): Promise<void> {
  const question = {
    ...{ history: [], showQuestion: true, offersThread: false, notice },
    ...asking,
    asked: askedByInteraction(interaction),
    standing: standingOf(interaction),
  };
  services.pending.addQuestion(interaction.id, question);
  return services.ask({ ...question, translate, origin: { interactionId: interaction.id } }, reply);
}
