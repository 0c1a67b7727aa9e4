/**
 * Whoever is no moderator can do nothing that is for moderators, on any path. The paths are found by walking all that
 * a moderator is shown, so a handler that is added is tried here, or fails until the walk finds it or it is named below.
 */
import { ApplicationCommandOptionType, ComponentType } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import type { Select } from '../../sandbox/forms/component-schema.ts';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { OptionValues } from '../../sandbox/people/command-input.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { commands } from '../../src/commands/index.ts';
import { isMessageCommand } from '../../src/discord/command.ts';
import { nameOfComponentId } from '../../src/discord/component-ids.ts';
import { defaultSettings } from '../../src/guilds/settings.ts';
import { writeSettingsFile } from '../../src/guilds/settings-file.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

/** What any member may use. Whatever is registered besides is for moderators. */
const everyones = {
  commands: ['ask', 'search', 'read', 'help', 'about', 'privacy'],
  handlers: [
    ...['retry', 'delete', 'quote', 'view', 'post', 'ask-open', 'ask', 'further', 'further-ask', 'correct'],
    ...['corrected', 'choice', 'thread', 'helpful', 'unhelpful', 'unhelpful-why', 'results', 'outline'],
    ...[
      'quotation',
      'repairs',
      'privacy-export',
      'privacy-delete',
      'privacy-delete-all',
      'ask-about',
      'gap-tell',
      'gap-send',
    ],
  ],
};

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const refusals = [
  'Only moderators of this server can do that.',
  'That works only in a server that has installed me.',
];

/** Values for the options of moderators' commands, by name. */
const optionValues = (sandbox: Sandbox): OptionValues => ({
  setting: 'chat',
  value: 'off',
  file: sandbox.moderator.upload('settings.json', writeSettingsFile({ ...defaultSettings, length: 'long' })),
});

interface Path {
  readonly name: string;
  /** Takes it as a person, from a message or in a channel that they are in. */
  take(person: Person, from: Message): Promise<Interaction>;
  /** Where it can be taken: where the command is offered, only where the form was opened, or anywhere by a forged id. */
  readonly reach: 'command' | 'form' | 'anywhere';
}

function commandPaths(sandbox: Sandbox): readonly Path[] {
  const values = optionValues(sandbox);
  return commands.flatMap((command) => {
    if (isMessageCommand(command) || everyones.commands.includes(command.data.name)) return [];
    const { name, options = [] } = command.data;
    const subcommands = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
    const ways =
      subcommands.length === 0
        ? [{ typed: name, options }]
        : subcommands.map((one) => ({
            typed: `${name} ${one.name}`,
            options: ('options' in one ? one.options : undefined) ?? [],
          }));
    return ways.map(({ typed, options: taken }): Path => {
      const needed = taken.filter((option) => 'required' in option && option.required === true);
      const given = Object.fromEntries(needed.map((option) => [option.name, values[option.name] ?? '']));
      return {
        name: `/${typed}`,
        reach: 'command',
        take: (person, { channel }) => person.slash(typed, given, { channel }),
      };
    });
  });
}

/** Everything in what interactions show that can be tapped, chosen or filled in; each kind of it once. */
async function walk(sandbox: Sandbox, shown: readonly Interaction[]): Promise<readonly Path[]> {
  const { moderator } = sandbox;
  const paths = new Map<string, Path>();
  const isNew = (name: string, take: Path['take'], reach: Path['reach'] = 'anywhere'): boolean => {
    if (paths.has(name) || everyones.handlers.includes(name)) return false;
    paths.set(name, { name, take, reach });
    return true;
  };
  /** A message may change with each tap, so what a tap shows is looked at before the next. */
  const look = async (interaction: Interaction): Promise<void> => {
    // What is changed in place is changed some time after the tap was taken.
    await sandbox.quiet(60);
    const { modal, original, followUps } = interaction;
    if (modal !== null) {
      const take = (person: Person) => person.submitModal(interaction, {});
      if (isNew(nameOfComponentId(modal.customId), take, 'form')) await look(await take(moderator));
      return;
    }
    for (const message of [original, ...followUps]) {
      if (message === null || message.deleted) continue;
      for (const select of message.selects) await lookThrough(message, select);
      for (const { custom_id: id, disabled } of message.buttons) {
        if (id === undefined || id === null) continue;
        if (isNew(nameOfComponentId(id), (person, from) => person.forge(from, id)) && disabled !== true)
          await look(await moderator.tap(message, id));
      }
    }
  };
  const lookThrough = async (message: Message, select: Select): Promise<void> => {
    const { custom_id: id, type } = select;
    const values = select.type === ComponentType.StringSelect ? select.options.map(({ value }) => value) : [];
    const take = (person: Person, from: Message) =>
      person.forge(from, id, { type, values: values.slice(0, 1) });
    if (!isNew(nameOfComponentId(id), take)) return;
    for (const value of values)
      if (message.selects.some(({ custom_id }) => custom_id === id))
        await look(await moderator.choose(message, [value], { select: id }));
  };
  for (const interaction of shown) await look(interaction);
  return [...paths.values()];
}

/** What was said to who took a path: as its response, or after a message that stays as it is. */
async function saidBy({ original, source, followUps }: Interaction, sandbox: Sandbox): Promise<string> {
  if (original !== null && original !== source && !original.deleted) return original.text;
  return (await sandbox.waitFor(() => followUps[0], 3000, 'a word about it')).text;
}

it('on no path does anybody but a moderator get through', async () => {
  const bot = await startTestBot({ drafts: 'not-in-article' });
  const { sandbox, set, database } = bot;
  const { moderator, member, editor, seeded, channels } = sandbox;
  const settings = () =>
    database.use(async (connection) => ({
      settings: await connection.selectFrom('guild_settings').selectAll().execute(),
      gaps: await connection.selectFrom('gaps').selectAll().execute(),
    }));

  // More than a page of history.
  for (let edit = 0; edit < 12; edit += 1) await set({ chat: edit % 2 === 0 ? false : null });
  const ways = commandPaths(sandbox);
  await set({ keepQuestions: true });
  const answer = shownBy(await member.slash('ask', { question }));
  const shown = [];
  for (const way of ways) shown.push(await way.take(moderator, answer));
  const taps = await walk(sandbox, shown);
  const registered = commands.flatMap(({ components = [] }) => components.map(({ name }) => name));
  const unknown = registered.filter(
    (name) => !everyones.handlers.includes(name) && !taps.some((tap) => tap.name === name),
  );
  expect(unknown, 'handlers that neither the walk finds nor everybody may use').toEqual([]);

  await set({ moderatorRoles: [seeded.roles.editors.id] });
  expect(shownBy(await editor.slash('config show')).text).not.toContain('Only moderators');
  sandbox.edit.setMemberRoles(seeded.guild, seeded.users.editor, []);
  const before = await settings();

  const thread = await member.openThread('a thread', { from: answer });
  const elsewhere = sandbox.edit.addForeignGuild(
    'Elsewhere',
    [seeded.users.moderator],
    [
      ...([
        'ViewChannel',
        'SendMessages',
        'UseApplicationCommands',
        'UseExternalApps',
        'ManageGuild',
      ] as const),
    ],
  );
  const askedIn = async (person: Person, channel: Channel) =>
    shownBy(await person.slash('ask', { question }, { channel }));
  const tried: readonly (readonly [string, Person, Message])[] = [
    ['a member', member, answer],
    ['a member in a thread', member, await askedIn(member, thread)],
    ['whose role was taken away', editor, await askedIn(editor, channels.general)],
    ['a moderator in direct messages', moderator, await askedIn(moderator, moderator.directMessages)],
    ['a moderator of another server', moderator, await askedIn(moderator, elsewhere)],
  ];
  for (const [who, person, from] of tried)
    for (const path of [...ways, ...taps]) {
      if (path.reach !== 'anywhere' && from.channel.guildId !== seeded.guild.id) continue;
      const said = await saidBy(await path.take(person, from), sandbox);
      expect(refusals, `${path.name} by ${who}`).toContain(said);
    }
  expect(await settings()).toEqual(before);
});
