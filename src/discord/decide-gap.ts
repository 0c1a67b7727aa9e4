/** What a moderator does about a gap: pages through the queue, answers or pins in a form, dismisses. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { UserError } from '../errors.ts';
import type { Gap, GapVerdict } from '../guilds/gap-store.ts';
import type { Article } from '../knowledge/article.ts';
import type { Translate } from '../locales/translator.ts';
import { type Moderated, requireModerator } from './change-settings.ts';
import type { Context, ReplyContext } from './command.ts';
import { type ComponentHandler, defineButton, defineModal, defineModalButton } from './component-handler.ts';
import { gapCardId, gapDismissId, gapEditId, gapSaveId, gapsPageId, type SeenGap } from './gap-ids.ts';
import { renderGap, renderGaps, wordingsOf } from './gap-queue.ts';
import { lengthOf } from './limits.ts';
import { readText } from './modal-fields.ts';
import { tellAnswered } from './tell-answered.ts';

const fields = { wordings: 'wordings', answer: 'answer', paragraphs: 'paragraphs' } as const;
/** Of an answer, so that it fits beside its question in one message; of all wordings; and how many. */
const answerLength = 1200;
const wordingsLength = 1000;
const mostWordings = 10;
const mostPins = 5;

export const gapHandlers: readonly ComponentHandler[] = [
  defineButton({
    id: gapsPageId,
    place: 'in-place',
    async execute(interaction, at, context) {
      const moderated = await requireModerator(interaction, context.services);
      await context.reply.finish([await renderGaps(moderated, at, context)]);
    },
  }),
  defineButton({
    id: gapCardId,
    place: 'in-place',
    async execute(interaction, { id }, context) {
      const gap = await findGap(await requireModerator(interaction, context.services), id, context);
      await context.reply.finish([await renderGap(gap, context)]);
    },
  }),
  defineButton({
    id: gapDismissId,
    place: 'in-place',
    async execute(interaction, seen, context) {
      const moderated = await requireModerator(interaction, context.services);
      const gap = await findGap(moderated, seen.id, context);
      const { services, translate, reply } = context;
      const decided = await services.gaps.decide(moderated.guildId, seen, { ...gap, state: 'dismissed' });
      const notice = decided === 'decided' ? null : translate('gaps.changed');
      if (notice !== null) return reply.finish([await renderGap(gap, context, notice)]);
      services.log.info('gap-decided', { guildId: moderated.guildId, state: 'dismissed' });
      await reply.finish([await renderGaps(moderated, { state: gap.state, page: 0 }, context)]);
    },
  }),
  defineModalButton({
    id: gapEditId,
    async modal(seen, context, interaction) {
      const gap = await findGap(await requireModerator(interaction, context.services), seen.id, context);
      return gapModal(gap, context.translate);
    },
  }),
  defineModal({ id: gapSaveId, place: 'in-place', execute: save }),
];

async function findGap({ guildId }: Moderated, id: number, { services }: Context): Promise<Gap> {
  const gap = (await services.gaps.list(guildId)).find((one) => one.id === id);
  if (gap === undefined) throw new UserError('expired', 'no such gap in this server');
  return gap;
}

/** What was written is given back as a file wherever it cannot be kept. */
async function save(
  interaction: ModalSubmitInteraction,
  seen: SeenGap,
  context: ReplyContext,
): Promise<void> {
  const { services, translate, reply } = context;
  const written = readModal(interaction);
  const giveBack = (content: string): Promise<void> =>
    reply.whisper({
      content,
      components: [],
      files: [{ name: 'footnote.txt', attachment: Buffer.from(Object.values(written).join('\n\n')) }],
    });
  const moderated = await requireModerator(interaction, services);
  const { guildId } = moderated;
  const verdict = readVerdict(written, services.article, translate);
  if ('problem' in verdict) return giveBack(verdict.problem);
  const decided = await services.gaps.decide(guildId, seen, verdict);
  if (decided !== 'decided') return giveBack(translate(`gaps.lost.${decided}`));
  services.log.info('gap-decided', { guildId, state: 'answered' });
  const wishes = interaction.guild === null ? [] : await services.gaps.takeWishes(guildId, seen.id);
  const told =
    interaction.guild === null
      ? 0
      : await tellAnswered(
          interaction.guild,
          wishes,
          { question: verdict.wordings[0] ?? '', answer: verdict.answer, nonce: interaction.id },
          services.log,
        );
  const notice =
    wishes.length === 0
      ? translate('gaps.saved')
      : `${translate('gaps.saved')} ${translate('gaps.wishes', { total: told, more: wishes.length - told })}`;
  await reply.finish([await renderGap(await findGap(moderated, seen.id, context), context, notice)]);
}

type Written = Readonly<Record<keyof typeof fields, string>>;

function readModal(interaction: ModalSubmitInteraction): Written {
  const read = (field: string): string => readText(interaction, field).trim();
  return {
    wordings: read(fields.wordings),
    answer: read(fields.answer),
    paragraphs: read(fields.paragraphs),
  };
}

/** What was decided, or the sentence that says why it cannot be. */
function readVerdict(
  { wordings, answer, paragraphs }: Written,
  { paragraphs: known }: Article,
  translate: Translate,
): GapVerdict | { readonly problem: string } {
  const lines = wordings.split('\n').map((line) => line.trim());
  const asked = [...new Set(lines.filter((line) => /[\p{L}\p{N}]/u.test(line)))].slice(0, mostWordings);
  const numbers = [...new Set((paragraphs.match(/\d+/g) ?? []).map(Number))];
  const last = known.length - 1;
  const strange = numbers.find((number) => number < 1 || number > last);
  if (strange !== undefined) return { problem: translate('gaps.lost.paragraph', { number: strange, last }) };
  if (asked.length === 0 || (answer === '' && numbers.length === 0))
    return { problem: translate('gaps.lost.empty') };
  if (lengthOf(answer) > answerLength || lengthOf(wordings) > wordingsLength || numbers.length > mostPins)
    return { problem: translate('gaps.lost.tooLong', { limit: answerLength, most: mostPins }) };
  const pins = numbers.map((paragraph) => ({ paragraph, text: known[paragraph]?.text ?? '' }));
  return { state: 'answered', wordings: asked, answer: answer === '' ? null : answer, pins };
}

function gapModal(gap: Gap, translate: Translate): APIModalInteractionResponseCallbackData {
  const input = (field: keyof typeof fields, value: string, length: number, required: boolean) => ({
    type: ComponentType.Label as const,
    label: translate(`gaps.modal.${field}`),
    description: translate(`gaps.modal.${field}Help`),
    component: {
      type: ComponentType.TextInput as const,
      custom_id: fields[field],
      style: field === 'paragraphs' ? TextInputStyle.Short : TextInputStyle.Paragraph,
      max_length: length,
      required,
      ...(value !== '' && { value: [...value].slice(0, length).join('') }),
    },
  });
  const wordings = wordingsOf(gap).slice(0, mostWordings).join('\n');
  const pins = gap.pins.map(({ paragraph }) => paragraph).join(', ');
  return {
    custom_id: gapSaveId.encode(gap),
    title: translate('gaps.modal.title'),
    components: [
      input('wordings', wordings, wordingsLength, true),
      input('answer', gap.answer ?? '', answerLength, false),
      input('paragraphs', pins, 40, false),
    ],
  };
}
