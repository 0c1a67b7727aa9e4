/** What moderators have answered that is near to a question which the article leaves open: offered, for the asker to judge. */
import type { Gaps } from '../guilds/gaps.ts';
import type { Asked } from '../guilds/policy.ts';
import type { Answer } from '../knowledge/answering/answer.ts';

const most = 3;

/** The answer, with the moderators' wording first among the questions to ask instead. */
export async function offerCurated(
  answer: Answer,
  question: string,
  { guildId }: Asked,
  gaps: Gaps,
): Promise<Answer> {
  if (guildId === null || answer.outcome !== 'not-in-article') return answer;
  const offer = await gaps.findOffer(guildId, answer.understoodAs ?? question);
  if (offer === null) return answer;
  const others = answer.suggestions.filter((suggestion) => suggestion !== offer);
  return { ...answer, suggestions: [offer, ...others].slice(0, most) };
}
