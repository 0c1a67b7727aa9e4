import {
  ButtonStyle,
  type Client,
  ComponentType,
  Events,
  type Interaction,
  MessageFlags,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noLimits } from '../../sandbox/rest/limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { logIn } from './bots.ts';
import { findOfficialViolations } from './official-bodies.ts';

let sandbox: Sandbox;
let client: Client<true>;

beforeEach(async () => {
  sandbox = await startSandbox({ limits: noLimits, validate: findOfficialViolations });
  client = await logIn(sandbox);
  await client.application.commands.set([
    {
      name: 'ask',
      description: 'Ask',
      options: [
        {
          type: 3,
          name: 'question',
          description: 'Words',
          required: true,
          autocomplete: true,
          max_length: 20,
        },
        { type: 7, name: 'where', description: 'A channel' },
      ],
    },
    {
      name: 'config',
      description: 'Settings',
      contexts: [0],
      default_member_permissions: '32',
      options: [
        {
          type: 1,
          name: 'set',
          description: 'Set',
          options: [{ type: 4, name: 'count', description: 'A number', required: true, min_value: 1 }],
        },
      ],
    },
    { name: 'Explain', type: 3 },
  ]);
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
  expect(sandbox.bugs).toEqual([]);
  expect(sandbox.violations).toEqual([]);
});

/** Lets the bot treat every interaction so. */
function treat(handle: (interaction: Interaction) => Promise<unknown>): void {
  client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
}

describe('a slash command', () => {
  it('brings the person’s locale, rights and options', async () => {
    treat(async (interaction) => {
      if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return;
      const { options, locale, guildLocale, memberPermissions, appPermissions } = interaction;
      await interaction.reply(
        [
          options.getSubcommand(false) ?? interaction.commandName,
          options.getString('question') ?? options.getInteger('count'),
          options.getChannel('where')?.name,
          locale,
          guildLocale,
          memberPermissions.has('ManageGuild'),
          appPermissions.has('SendMessages'),
        ].join(' '),
      );
    });
    const where = sandbox.channels.questions.id;
    const asked = await sandbox.member.slash('ask', { question: 'so?', where }, { locale: 'zh-CN' });
    expect(asked.original?.content).toBe('ask so? questions zh-CN en-US false true');
    const { announcements } = sandbox.channels;
    const set = await sandbox.moderator.slash('config set', { count: 3 }, { channel: announcements });
    expect(set.original?.content).toBe('set 3  en-US en-US true false');
  });

  it('is not let through by the client when it is not offered or not filled in', async () => {
    const { member, moderator } = sandbox;
    await expect(member.slash('nothing')).rejects.toThrow('no command nothing is registered');
    await expect(member.slash('ask')).rejects.toThrow('/ask needs question');
    await expect(member.slash('ask', { question: 'x'.repeat(21) })).rejects.toThrow('at most 20 characters');
    await expect(member.slash('config set', { count: 1 })).rejects.toThrow('not offered to mei');
    await expect(moderator.slash('config set', { count: 0 })).rejects.toThrow('at least 1');
    const channel = moderator.directMessages;
    await expect(moderator.slash('config set', { count: 1 }, { channel })).rejects.toThrow(
      'not offered here',
    );
  });

  it('works in a direct message', async () => {
    treat(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply(`guild ${interaction.guildId}, context ${interaction.context}`);
    });
    const channel = sandbox.member.directMessages;
    const asked = await sandbox.member.slash('ask', { question: 'so?' }, { channel });
    expect(asked.original?.content).toBe('guild null, context 1');
  });

  it('that is never answered fails after three seconds', async () => {
    const asked = await sandbox.member.slash('ask', { question: 'so?' });
    expect(asked.failed).toBe(true);
  });

  it('offers choices while it is typed', async () => {
    treat(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `${typed}…`, value: `${typed}!` }]);
    });
    expect(await sandbox.member.autocomplete('ask', 'question', 'par')).toEqual([
      { name: 'par…', value: 'par!' },
    ]);
  });
});

describe('components', () => {
  const row = (...buttons: { id: string; label: string; off?: boolean }[]) => ({
    type: ComponentType.ActionRow as const,
    components: buttons.map(({ id, label, off }) => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      custom_id: id,
      label,
      disabled: off ?? false,
    })),
  });

  it('a button of an old message can be forged, one that is off cannot be tapped', async () => {
    const taps: string[] = [];
    treat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({
          content: 'x',
          components: [row({ id: 'a', label: 'A' }, { id: 'b', label: 'B', off: true })],
        });
      } else if (interaction.isButton()) {
        taps.push(interaction.customId);
        await interaction.deferUpdate();
      }
    });
    const asked = await sandbox.member.slash('ask', { question: 'so?' });
    const message = asked.original;
    if (message === null) throw new Error('no answer');
    await sandbox.other.tap(message, 'A');
    await sandbox.other.forge(message, 'from-long-ago');
    await expect(sandbox.other.tap(message, 'B')).rejects.toThrow('is off');
    await expect(sandbox.other.tap(message, 'C')).rejects.toThrow('no button C');
    expect(taps).toEqual(['a', 'from-long-ago']);
  });

  it('an ephemeral message is seen and tapped by its person alone', async () => {
    treat(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({
        content: 'x',
        flags: MessageFlags.Ephemeral,
        components: [row({ id: 'a', label: 'A' })],
      });
    });
    const asked = await sandbox.member.slash('ask', { question: 'so?' });
    const message = asked.original;
    if (message === null) throw new Error('no answer');
    await expect(sandbox.other.tap(message, 'A')).rejects.toThrow('jun does not see this message');
    expect(sandbox.render(message)).toBe('[Footnote] (only Mei sees this) ← Mei used /ask\n  x\n  (A)');
  });

  it('menus bring what was chosen, roles and channels resolved', async () => {
    treat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({
          content: 'choose',
          components: [
            {
              type: ComponentType.ActionRow,
              components: [{ type: ComponentType.RoleSelect, custom_id: 'roles', max_values: 2 }],
            },
            {
              type: ComponentType.ActionRow,
              components: [
                {
                  type: ComponentType.StringSelect,
                  custom_id: 'words',
                  options: [{ label: 'One', value: '1' }],
                },
              ],
            },
          ],
        });
      } else if (interaction.isRoleSelectMenu()) {
        await interaction.update(interaction.roles.map((role) => role?.name).join());
      } else if (interaction.isStringSelectMenu()) {
        await interaction.update(interaction.values.join());
      }
    });
    const asked = await sandbox.member.slash('ask', { question: 'so?' });
    const message = asked.original;
    if (message === null) throw new Error('no answer');
    const { editors, moderators } = sandbox.seeded.roles;
    await sandbox.member.choose(message, [editors.id, moderators.id], { select: 'roles' });
    expect(message.content).toBe('Editors,Moderators');
    await sandbox.member.choose(message, ['1'], { select: 'words' });
    expect(message.content).toBe('1');
    await expect(sandbox.member.choose(message, ['2'], { select: 'words' })).rejects.toThrow(
      '2 is not offered',
    );
  });

  it('a modal opens, and what is filled in arrives', async () => {
    treat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.showModal({
          custom_id: 'form',
          title: 'A form',
          components: [
            {
              type: ComponentType.Label,
              label: 'Words',
              component: { type: ComponentType.TextInput, custom_id: 'words', style: 1, max_length: 5 },
            },
          ],
        });
      } else if (interaction.isModalSubmit()) {
        await interaction.reply(interaction.fields.getTextInputValue('words'));
      }
    });
    const opened = await sandbox.member.slash('ask', { question: 'so?' });
    expect(opened).toMatchObject({ firstResponse: 'modal', modal: { title: 'A form', customId: 'form' } });
    const sent = await sandbox.member.submitModal(opened, { words: 'hello' });
    expect(sent.original?.content).toBe('hello');
    await expect(sandbox.member.submitModal(opened, { words: 'too long' })).rejects.toThrow('too long');
    await expect(sandbox.member.submitModal(opened, {})).rejects.toThrow('is needed');
  });

  it('Components V2 are shown in full', async () => {
    treat(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [
          {
            type: ComponentType.Container,
            accent_color: 0x336699,
            components: [
              { type: ComponentType.TextDisplay, content: 'It is **so** [1]' },
              { type: ComponentType.Separator },
              {
                type: ComponentType.Section,
                components: [{ type: ComponentType.TextDisplay, content: '¶3 “so it is”' }],
                accessory: {
                  type: ComponentType.Button,
                  style: ButtonStyle.Secondary,
                  custom_id: 'q',
                  label: '[1]',
                },
              },
            ],
          },
        ],
      });
    });
    const asked = await sandbox.member.slash('ask', { question: 'so?' });
    expect(asked.original?.isV2).toBe(true);
    expect(asked.original?.text).toBe('It is **so** [1]\n¶3 “so it is”');
    expect(asked.original && sandbox.render(asked.original)).toBe(
      '[Footnote] ← Mei used /ask\n  │ It is **so** [1]\n  │ ────────\n  │ ¶3 “so it is”   ([1])',
    );
  });
});

describe('messages', () => {
  it('a message menu brings the whole message, also without the intent', async () => {
    treat(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content);
    });
    const message = await sandbox.other.say('between people');
    const explained = await sandbox.member.contextMenu('Explain', message);
    expect(explained.original?.content).toBe('between people');
  });

  it('threads are opened by the bot and by people, and heard', async () => {
    client.on(Events.MessageCreate, async (message) => {
      if (message.author.bot || message.channel.isThread() || !message.inGuild()) return;
      const thread = await message.startThread({
        name: 'More',
        autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
      });
      await thread.send('in here');
    });
    const message = await sandbox.member.say('hello', { mention: true });
    const answer = await sandbox.member.answerTo(message);
    expect(answer).toMatchObject({
      content: 'in here',
      channel: { name: 'More', parentId: message.channel.id },
    });
    expect(answer.channel.id).toBe(message.id);
    const created: string[] = [];
    client.on(Events.ThreadCreate, (thread) => created.push(thread.name));
    await sandbox.member.openThread('A post', { channel: sandbox.channels.forum, first: 'How?' });
    await sandbox.waitFor(() => (created.length > 0 ? true : undefined));
    expect(created).toEqual(['A post']);
  });

  it('edits and deletions are heard', async () => {
    const heard: string[] = [];
    client.on(Events.MessageUpdate, (_, after) => heard.push(`edited: ${after.content}`));
    client.on(Events.MessageDelete, (gone) => heard.push(`deleted: ${gone.id}`));
    const message = await sandbox.member.say('hello', { mention: true });
    sandbox.member.edit(message, `<@${sandbox.applicationId}> hello again`);
    sandbox.member.delete(message);
    await sandbox.waitFor(() => (heard.length === 2 ? true : undefined));
    expect(heard).toEqual([`edited: <@${sandbox.applicationId}> hello again`, `deleted: ${message.id}`]);
    expect(() => sandbox.other.edit(message, 'x')).toThrow('not theirs');
  });

  it('are listed around, before and after one, newest first', async () => {
    for (const word of ['a', 'b', 'c', 'd', 'e']) await sandbox.member.say(word, { mention: true });
    const { messages, id } = sandbox.channels.general;
    const middle = messages[2]?.id ?? '';
    const channel = await client.channels.fetch(id);
    if (!channel?.isTextBased()) throw new Error('no text channel');
    const list = async (query: object) => {
      const found = await channel.messages.fetch({ limit: 2, cache: false, ...query });
      return found.map((message) => message.content.at(-1)).join('');
    };
    expect(await list({})).toBe('ed');
    expect(await list({ before: middle })).toBe('ba');
    expect(await list({ after: middle })).toBe('ed');
    expect(await list({ around: middle, limit: 3 })).toBe('dcb');
  });

  it('of an earlier time are found where they belong', async () => {
    await sandbox.member.say('now', { mention: true });
    const earlier = await sandbox.member.say('before', { mention: true, at: Date.now() - 60_000 });
    expect(sandbox.channels.general.messages.map(({ content }) => content.slice(-6))).toEqual([
      'before',
      expect.stringContaining('now'),
    ]);
    const fetched = await client.rest.get(`/channels/${earlier.channel.id}/messages/${earlier.id}`);
    expect(fetched).toMatchObject({
      timestamp: expect.stringContaining(new Date(earlier.createdAt).toISOString().slice(0, 19)),
    });
  });

  it('with files arrive whole', async () => {
    const channel = await client.channels.fetch(sandbox.channels.general.id);
    if (!channel?.isSendable()) throw new Error('no text channel');
    await channel.send({
      content: 'x',
      files: [{ attachment: Buffer.from('words'), name: 'w.txt', description: 'a file' }],
    });
    const [message] = sandbox.channels.general.messages;
    const [file] = message?.attachments ?? [];
    expect([file?.name, file?.description, Buffer.from(file?.bytes ?? []).toString()]).toEqual([
      'w.txt',
      'a file',
      'words',
    ]);
  });
});

describe('the official schemas', () => {
  it('find what is wrong with a body', async () => {
    const components = [
      { type: ComponentType.ActionRow, components: [{ type: ComponentType.Button, style: 9 }] },
    ];
    const path = `/channels/${sandbox.channels.general.id}/messages` as const;
    await expect(client.rest.post(path, { body: { content: 'x', components } })).rejects.toMatchObject({
      code: 50035,
    });
    expect(sandbox.violations.splice(0)).toEqual([
      'POST /channels/:channel/messages: components.0: Invalid input',
    ]);
  });
});

describe('rights', () => {
  it('follow roles and overwrites as they change, and the bot is told', async () => {
    const { general } = sandbox.channels;
    const channel = await client.channels.fetch(general.id);
    if (!channel?.isSendable() || channel.isDMBased()) throw new Error('no text channel');
    sandbox.edit.setOverwrite(general, sandbox.seeded.roles.bot, { deny: ['SendMessages'] });
    await expect(channel.send('x')).rejects.toMatchObject({ code: 50013 });
    expect(channel.permissionsFor(client.user)?.has('SendMessages')).toBe(false);
    sandbox.edit.setOverwrite(general, sandbox.seeded.roles.bot, { deny: ['ViewChannel'] });
    await expect(channel.send('x')).rejects.toMatchObject({ code: 50001 });
    sandbox.edit.setOverwrite(general, sandbox.world.bot, { allow: ['ViewChannel'] });
    await channel.send('x');
    expect(general.messages.at(-1)?.content).toBe('x');
  });

  it('servers come and go', async () => {
    const joined: string[] = [];
    client.on(Events.GuildCreate, (guild) => joined.push(`+${guild.name}`));
    client.on(Events.GuildDelete, (guild) => joined.push(`-${guild.name}`));
    const guild = sandbox.edit.addGuild('Second', { locale: 'ja' });
    sandbox.edit.removeBot(guild);
    await sandbox.waitFor(() => (joined.length === 2 ? true : undefined));
    expect(joined).toEqual(['+Second', '-Second']);
  });
});
