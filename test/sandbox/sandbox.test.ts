import { ActionRowBuilder, ButtonBuilder, ButtonStyle, type Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { logIn } from './bots.ts';

let sandbox: Sandbox;
let client: Client<true>;

beforeEach(async () => {
  sandbox = await startSandbox();
  client = await logIn(sandbox);
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
  expect(sandbox.bugs).toEqual([]);
});

const ask = {
  name: 'ask',
  description: 'Ask',
  options: [{ type: 3, name: 'question', description: 'Words', required: true, autocomplete: true }],
};

describe('a discord.js client', () => {
  it('logs in and finds the server with its channels', () => {
    expect(client.user.username).toBe('Footnote');
    expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['Reading Room']);
    expect(client.channels.cache.size).toBeGreaterThan(5);
  });

  it('registers commands and replies to one', async () => {
    await client.application.commands.set([ask]);
    client.on('interactionCreate', async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply(`You asked ${interaction.options.getString('question')}`);
      }
    });
    const answer = await sandbox.member.slash('ask', { question: 'what?' });
    expect(answer.firstResponse).toBe('message');
    expect(answer.original?.content).toBe('You asked what?');
    expect(sandbox.transcript(sandbox.channels.general)).toContain(
      '[Footnote] ← Mei used /ask\n  You asked what?',
    );
  });

  it('defers in private and edits', async () => {
    await client.application.commands.set([ask]);
    client.on('interactionCreate', async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: 64 });
      await interaction.editReply('done');
    });
    const answer = await sandbox.member.slash('ask', { question: 'what?' });
    expect(answer.firstResponse).toBe('deferred');
    expect(answer.original?.content).toBe('done');
    expect(answer.original?.ephemeral).toBe(true);
    expect(sandbox.other.sees(sandbox.channels.general)).toEqual([]);
    expect(sandbox.member.sees(sandbox.channels.general)).toHaveLength(1);
  });

  it('answers a mention with a button, and the button with an update', async () => {
    client.on('messageCreate', async (message) => {
      if (message.author.bot) return;
      const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
      );
      await message.reply({ content: `echo ${message.content}`, components: [row] });
    });
    client.on('interactionCreate', async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: 'more', components: [] });
    });
    const reply = await sandbox.member.ask('hello', { mention: true });
    expect(reply.content).toBe(`echo <@${sandbox.applicationId}> hello`);
    const tapped = await sandbox.member.tap(reply, 'More');
    expect(tapped.firstResponse).toBe('update');
    expect(reply.content).toBe('more');
    expect(reply.buttons).toEqual([]);
  });
});
