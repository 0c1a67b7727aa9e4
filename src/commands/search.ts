/** `/search`: the passages nearest to some words. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Command } from '../discord/command.ts';
import { everywhere } from '../discord/contexts.ts';
import { shorten } from '../discord/limits.ts';
import { localise } from '../discord/localise.ts';
import { maxResults, renderResults, searchHandlers } from '../discord/search-results.ts';
import { UserError } from '../errors.ts';

const maxQueryLength = 300;

export const search: Command = {
  data: {
    ...localise('command.search'),
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    options: [
      {
        ...localise('command.search.query'),
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: maxQueryLength,
      },
    ],
  },
  isEphemeral: () => true,
  async execute(interaction, { services: { article, retriever }, translate, reply }) {
    const query = shorten(interaction.options.getString('query', true).trim(), maxQueryLength);
    if (query === '') throw new UserError('query-empty', 'the query is empty');
    const hits = await retriever.retrieve(query, { limit: maxResults });
    const found = hits.map(({ passage }) => passage);
    await reply.finish([renderResults(article, query, found, translate)]);
  },
  components: searchHandlers,
};
