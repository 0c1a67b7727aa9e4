/** `/privacy`: what is kept and for how long, as a file or deleted at a tap. */
import { ApplicationCommandType } from 'discord.js';
import type { Command } from '../discord/command.ts';
import { defineButton, defineCard } from '../discord/component-handler.ts';
import { defineBareId } from '../discord/component-ids.ts';
import { everywhere } from '../discord/contexts.ts';
import { installedGuildId } from '../discord/installation.ts';
import { localise } from '../discord/localise.ts';
import { button, plain, rowsOf } from '../discord/payload.ts';

const exportId = defineBareId('privacy-export');
const deleteId = defineBareId('privacy-delete');
const confirmId = defineBareId('privacy-delete-all');

export const privacy: Command = {
  data: { ...localise('command.privacy'), ...everywhere, type: ApplicationCommandType.ChatInput },
  isEphemeral: () => true,
  async execute(interaction, { services, translate, reply }) {
    const { settings, state } = await services.guildSettings.load(installedGuildId(interaction));
    const lines = [
      `**${translate('privacy.title')}**`,
      ...[
        translate('privacy.answers', { days: settings.keepDays }),
        translate('privacy.votes', { days: settings.keepDays }),
        translate('privacy.counts'),
        translate('privacy.pending'),
        state === 'unknown'
          ? translate('privacy.questionsUnknown')
          : settings.keepQuestions
            ? translate('privacy.questionsKept', { days: settings.keepDays })
            : translate('privacy.questionsNotKept'),
        translate('privacy.gaps', { days: settings.keepDays }),
        services.config.model === null ? translate('privacy.noModel') : translate('privacy.model'),
      ].map((line) => `• ${line}`),
      '',
      translate('privacy.yours'),
    ];
    const buttons = [
      button({ customId: exportId.encode({}), label: translate('privacy.export') }),
      button({ customId: deleteId.encode({}), label: translate('privacy.delete'), style: 'danger' }),
    ];
    await reply.finish([{ content: lines.join('\n'), components: rowsOf(buttons) }]);
  },
  components: [
    defineButton({
      id: exportId,
      place: 'private',
      async execute({ user }, _, { services, translate, reply }) {
        const kept = {
          ...(await services.feedbackStore.ofMember(user.id)),
          counts: await services.keptCounts.ofMember(user.id),
          gaps: await services.gaps.ofMember(user.id),
        };
        const file = { name: 'footnote.json', attachment: Buffer.from(`${JSON.stringify(kept, null, 2)}\n`) };
        await reply.finish([{ ...plain(translate('privacy.exported')), files: [file] }]);
      },
    }),
    defineCard({
      id: deleteId,
      place: 'private',
      show: (_, { translate }) => ({
        content: translate('privacy.sure'),
        components: rowsOf([
          button({ customId: confirmId.encode({}), label: translate('privacy.deleteAll'), style: 'danger' }),
        ]),
      }),
    }),
    defineButton({
      id: confirmId,
      place: 'in-place',
      async execute({ user }, _, { services, translate, reply }) {
        const { votes, questions } = await services.feedbackStore.forget(user.id);
        const gaps = await services.gaps.forget(user.id);
        services.log.info('member-forgotten', { count: votes + questions + gaps });
        await reply.finish([plain(translate('privacy.deleted', { votes, questions, total: gaps }))]);
      },
    }),
  ],
};
