/** What a member would see with a server's settings: why they are turned away, or a sample answer. */
import type { BaseInteraction } from 'discord.js';
import { findRefusal } from '../guilds/policy.ts';
import { answerQuestion } from '../knowledge/answering/answer-question.ts';
import { createExtractiveGenerator } from '../knowledge/answering/extractive-generator.ts';
import type { Moderated } from './change-settings.ts';
import type { Context } from './command.ts';
import { type Payload, plain } from './payload.ts';
import { askedByInteraction } from './permissions.ts';
import { renderAnswer } from './render-answer.ts';

const deadline = 5_000;

/**
 * As a member without roles sees it who asks by a command where `interaction` is. The sample is made of quotes, so it
 * costs nothing and counts as no question.
 */
export async function previewAnswer(
  interaction: BaseInteraction,
  { known }: Moderated,
  { services, translate }: Context,
): Promise<readonly Payload[]> {
  const { settings } = known;
  const member = { ...askedByInteraction(interaction), memberId: 'any', roles: [] };
  const lead = translate('preview.lead');
  const refusal = findRefusal(member, known);
  if (refusal !== null) return [plain([lead, `> ${translate.describeError(refusal)}`].join('\n'))];
  const { article, retriever, suggestQuestions } = services;
  const generator = createExtractiveGenerator(article);
  const question = suggestQuestions('', translate.locale)[0]?.value ?? article.title;
  const language = settings.language === 'asker' ? translate.locale : settings.language;
  const answer = await answerQuestion(
    { question, history: [], language, length: settings.length },
    {
      article,
      retriever,
      generator,
      fallback: generator,
      planner: null,
      signal: AbortSignal.timeout(deadline),
    },
  );
  const notice = [
    lead,
    translate(settings.privateAnswers ? 'preview.private' : 'preview.public'),
    ...(services.config.model === null ? [] : [translate('preview.quotes')]),
  ].join('\n-# ');
  const layout = { article, translate, question, notice, askerId: interaction.user.id, isPrivate: true };
  return renderAnswer(answer, { ...layout, offersThread: settings.followUps === 'thread' && settings.chat });
}
