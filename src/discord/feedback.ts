/** Was an answer helpful? Its buttons, the modal that asks why not, and what is kept of the answer for that. */
import { randomBytes } from 'node:crypto';
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { UpstreamError, UserError } from '../errors.ts';
import type { Asked } from '../guilds/policy.ts';
import type { Settings } from '../guilds/settings.ts';
import type { FeedbackStore, Making, Vote } from '../guilds/stores.ts';
import type { Answer } from '../knowledge/answering/answer.ts';
import { promptVersion } from '../knowledge/answering/prompt.ts';
import type { Article } from '../knowledge/article.ts';
import type { Translate } from '../locales/translator.ts';
import type { Log } from '../log.ts';
import { createCollectGap } from './collect-gap.ts';
import type { ReplyContext } from './command.ts';
import {
  type ComponentHandler,
  type ComponentInteraction,
  defineButton,
  defineModal,
  defineModalButton,
} from './component-handler.ts';
import { defineComponentId } from './component-ids.ts';
import { installedGuildId } from './installation.ts';
import { customIdsOf } from './message-text.ts';
import { readChoices, readText } from './modal-fields.ts';
import { button, plain } from './payload.ts';

const helpfulId = defineAnswerId('helpful');
const unhelpfulId = defineAnswerId('unhelpful');
const whyId = defineAnswerId('unhelpful-why');
const reasonField = 'reason';
const noteField = 'note';
const reasons = ['wrong', 'incomplete', 'place', 'language', 'other'] as const;
const noteLength = 500;

type Reason = (typeof reasons)[number];

/** Whether a kept reason is one that is still offered. */
export function isReason(text: string): text is Reason {
  return reasons.some((reason) => reason === text);
}

export function reasonName(reason: Reason, translate: Translate): string {
  return translate(`feedback.reason.${reason}`);
}

/** Names an answer in its buttons, the log and the database. */
export function newAnswerId(): string {
  return randomBytes(9).toString('base64url');
}

function defineAnswerId(name: string) {
  return defineComponentId<{ readonly answerId: string }>({
    name,
    toParts: ({ answerId }) => [answerId],
    fromParts: ([answerId = '']) => (/^[\w-]{12}$/.test(answerId) ? { answerId } : null),
  });
}

/** One for each verdict on an answer. */
export function feedbackButtons(answerId: string, translate: Translate) {
  return [
    button({ customId: helpfulId.encode({ answerId }), label: translate('feedback.helpful') }),
    button({ customId: unhelpfulId.encode({ answerId }), label: translate('feedback.unhelpful') }),
  ];
}

export const feedbackHandlers: readonly ComponentHandler[] = [
  defineButton({
    id: helpfulId,
    place: 'private',
    execute: (interaction, { answerId }, context) =>
      vote(interaction, { answerId, helpful: true, reason: null, note: null }, context),
  }),
  defineModalButton({
    id: unhelpfulId,
    modal: ({ answerId }, { translate }) => whyModal(whyId.encode({ answerId }), translate),
  }),
  defineModal({
    id: whyId,
    place: 'private',
    execute(interaction, { answerId }, context) {
      const [reason = ''] = readChoices(interaction, reasonField);
      const note = readText(interaction, noteField).trim().slice(0, noteLength);
      const why = { reason: reasons.find((known) => known === reason) ?? 'other', note: note || null };
      return vote(interaction, { answerId, helpful: false, ...why }, context);
    },
  }),
];

/**
 * Whoever sees an answer may vote on it, in any channel: nothing is said aloud, and one row is kept a member. The
 * answer must be of the message that was tapped, or anybody could fill the database with ids that they made up.
 */
async function vote(
  interaction: ComponentInteraction | ModalSubmitInteraction,
  verdict: Pick<Vote, 'answerId' | 'helpful' | 'reason' | 'note'>,
  { services, translate, reply }: ReplyContext,
): Promise<void> {
  const { user, message } = interaction;
  const guildId = installedGuildId(interaction);
  const isOfMessage =
    message !== null && customIdsOf(message).includes(helpfulId.encode({ answerId: verdict.answerId }));
  if (!isOfMessage) throw new UserError('expired', 'the answer is not of this message');
  const votedAt = new Date().toISOString();
  await services.feedbackStore.vote({ ...verdict, guildId, memberId: user.id, votedAt });
  services.log.info('voted', { guildId, answerId: verdict.answerId, interactionId: interaction.id });
  if (guildId !== null && !verdict.helpful) await collectUnhelpful(guildId, verdict.answerId, services);
  await reply.finish([plain(translate(verdict.helpful ? 'feedback.thanks' : 'feedback.noted'))]);
}

/** An answer that did not help leaves its question open. */
async function collectUnhelpful(
  guildId: string,
  answerId: string,
  { feedbackStore, gaps, guildSettings, log }: ReplyContext['services'],
): Promise<void> {
  const asked = await feedbackStore.findQuestion(guildId, answerId);
  if (asked === null) return;
  const { settings } = await guildSettings.load(guildId);
  await createCollectGap(gaps, log)({ ...asked, guildId, answerId, reason: 'unhelpful' }, settings);
}

function whyModal(customId: string, translate: Translate): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: translate('feedback.modal.title'),
    components: [
      {
        type: ComponentType.Label,
        label: translate('feedback.modal.reason'),
        component: {
          type: ComponentType.StringSelect,
          custom_id: reasonField,
          required: true,
          options: reasons.map((value) => ({ value, label: reasonName(value, translate) })),
        },
      },
      {
        type: ComponentType.Label,
        label: translate('feedback.modal.note'),
        description: translate('feedback.modal.noteKept'),
        component: {
          type: ComponentType.TextInput,
          custom_id: noteField,
          style: TextInputStyle.Paragraph,
          max_length: noteLength,
          required: false,
        },
      },
    ],
  };
}

interface Shown {
  readonly answerId: string;
  readonly answer: Answer;
  readonly question: string;
  readonly asked: Asked;
  readonly settings: Settings;
  readonly making: Making;
}

/** Keeps what a vote on an answer needs, once it is shown. The answer stands where that cannot be kept. */
export function createAnswerRecord(ports: {
  readonly feedbackStore: FeedbackStore;
  readonly article: Article;
  readonly version: string;
  readonly log: Log;
}): (shown: Shown) => Promise<void> {
  const versions = { article: ports.article.version, bot: ports.version, prompt: promptVersion };
  return async ({ answerId, answer, question, asked, settings, making }) => {
    try {
      await ports.feedbackStore.keepAnswer(
        {
          id: answerId,
          guildId: asked.guildId,
          outcome: answer.outcome,
          citations: answer.citations.map(({ paragraph, start, end }) => ({ paragraph, start, end })),
          language: answer.language,
          versions,
          shownAt: new Date().toISOString(),
          asked: settings.keepQuestions ? { question, memberId: asked.memberId } : null,
          making,
        },
        settings.keepDays,
      );
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      ports.log.warn('answer-not-kept', { guildId: asked.guildId, answerId, reason: error.reason });
    }
  };
}
