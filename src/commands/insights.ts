/** `/insights`: what was asked in a server, how it went and what it took, for its moderators. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { requireModerator } from '../discord/change-settings.ts';
import type { Command } from '../discord/command.ts';
import { inServersOnly } from '../discord/contexts.ts';
import { pictureOf } from '../discord/insights-picture.ts';
import { describeInsights, tablesOf } from '../discord/insights-text.ts';
import { localise, localiseChoice } from '../discord/localise.ts';
import { plain } from '../discord/payload.ts';
import { type Period, periods, startOf, summarise } from '../guilds/insights.ts';
import { foldText } from '../knowledge/text/fold.ts';

export const insights: Command = {
  data: {
    ...localise('command.insights'),
    ...inServersOnly,
    type: ApplicationCommandType.ChatInput,
    options: [
      {
        ...localise('command.insights.period'),
        type: ApplicationCommandOptionType.String,
        choices: periods.map((period) => localiseChoice(`insights.period.${period}`, period)),
      },
    ],
  },
  isEphemeral: () => true,
  async execute(interaction, { services, translate, reply }) {
    const { guildId, known } = await requireModerator(interaction, services);
    const { settings } = known;
    const period = periodOf(interaction);
    const now = Date.now();
    const kept = await services.feedbackStore.ofGuild(guildId, startOf(period, now));
    const summary = summarise(kept, { period, now, normalise, withTexts: settings.keepQuestions });
    const title = translate(`insights.period.${period}`);
    if (summary.total.questions + summary.total.votes === 0) {
      const heading = `**${translate('insights.title', { period: title })}**`;
      return reply.finish([plain(`${heading}\n${translate('insights.none')}`)]);
    }
    const png = await services.draw(pictureOf(summary, { period, budgets: settings, translate }));
    const picture = png && {
      ...{ name: 'insights.png', attachment: png },
      description: translate('insights.alt', { period: title }),
    };
    const lines = [
      ...describeInsights(summary, { period, settings, translate }),
      ...(picture === null ? [translate('insights.noPicture')] : []),
    ];
    const files = [...(picture === null ? [] : [picture]), ...tablesOf(summary)];
    await reply.finish([{ ...plain(lines.join('\n')), files }]);
  },
};

function periodOf(interaction: ChatInputCommandInteraction): Period {
  const chosen = interaction.options.getString('period');
  return periods.find((period) => period === chosen) ?? 'week';
}

/** The same question in either Chinese script, in another case and width, or with other punctuation. */
function normalise(question: string): string {
  const { text } = foldText(question);
  return text.replace(/[\p{P}\p{S}\s]/gu, '') || text;
}
