/** `/help`: what the bot does and how to ask. */
import { ApplicationCommandType } from 'discord.js';
import { type Command, isMessageCommand } from '../discord/command.ts';
import { everywhere } from '../discord/contexts.ts';
import { escapeShort } from '../discord/escape-text.ts';
import { localise } from '../discord/localise.ts';
import { plain } from '../discord/payload.ts';
import type { Locale } from '../locales/translator.ts';

const exampleCount = 3;

export const help: Command = {
  data: { ...localise('command.help'), ...everywhere, type: ApplicationCommandType.ChatInput },
  isEphemeral: () => true,
  async execute(_, { services, translate, reply }) {
    const { article, commands, suggestQuestions } = services;
    const examples = suggestQuestions('', translate.locale).slice(0, exampleCount);
    const lines = [
      translate('help.intro', { title: escapeShort(article.title, 200) }),
      '',
      `**${translate('help.commands')}**`,
      ...commands.flatMap((command) =>
        isMessageCommand(command) ? [] : [lineOf(command, translate.locale)],
      ),
      translate('help.menus', { ask: translate('menu.askAbout.name'), check: translate('menu.check.name') }),
      '',
      translate('help.chat'),
      translate('help.privacy'),
      ...(examples.length === 0 ? [] : ['', translate('help.examples')]),
      ...examples.map(({ value }) => `• ${escapeShort(value, 150)}`),
    ];
    await reply.finish([plain(lines.join('\n'))]);
  },
};

function lineOf({ data }: Command, locale: Locale): string {
  const of = (map: typeof data.name_localizations, otherwise: string): string =>
    (locale === 'en-US' ? null : map?.[locale]) ?? otherwise;
  const name = of(data.name_localizations, data.name);
  return `• \`/${name}\` ${of(data.description_localizations, data.description)}`;
}
