// A slash command as a line of text: `/ask question: …`, `/ask …`, `/config set …`, `/read paragraph:3`.
import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { findCommand, type OptionValue, optionsAt } from '../people/command-input.ts';
import type { CommandOption, StoredCommand } from '../rest/command-schema.ts';
import type { Channel } from '../world/entities.ts';
import type { World } from '../world/world.ts';

export interface TypedCommand {
  /** The command with its subcommands: `config set`. */
  readonly name: string;
  readonly values: Readonly<Record<string, OptionValue>>;
}

/** Reads a line that begins with `/`. Throws, in words for whoever typed it, when it is no command. */
export function readCommand(world: World, channel: Channel, line: string): TypedCommand {
  const words = line.replace(/^\/\s*/, '').trim();
  const [name = ''] = words.split(/\s+/);
  const command = findCommand(world, name, channel);
  if (command === null) throw new Error(`There is no /${name}. ${listCommands(world, channel)}`);
  const { path, rest } = readPath(command, words.slice(name.length).trim());
  const values = readValues(world, channel, optionsAt(command, path), rest);
  return { name: [name, ...path].join(' '), values };
}

function listCommands(world: World, channel: Channel): string {
  const names = [...world.commands.values()]
    .filter((command) => command.type === 1 && findCommand(world, command.name, channel) === command)
    .map((command) => `/${command.name}`);
  return `Commands: ${names.join(', ') || 'none'}`;
}

function readPath(command: StoredCommand, text: string): { path: string[]; rest: string } {
  const path: string[] = [];
  let options: readonly CommandOption[] = command.options ?? [];
  let rest = text;
  for (;;) {
    const [word = ''] = rest.split(/\s+/);
    const branch = options.find(
      (option) =>
        option.name === word && (option.type === Kind.Subcommand || option.type === Kind.SubcommandGroup),
    );
    if (branch === undefined) return { path, rest };
    path.push(word);
    rest = rest.slice(word.length).trim();
    options = branch.options ?? [];
  }
}

function readValues(
  world: World,
  channel: Channel,
  options: readonly CommandOption[],
  text: string,
): Record<string, OptionValue> {
  const values: Record<string, OptionValue> = {};
  const set = (option: CommandOption, words: string) => {
    values[option.name] = toValue(world, channel, option, words);
  };
  const names = options.map((option) => option.name.replace(/[^\p{L}\p{N}_-]/gu, '')).filter(Boolean);
  const parts =
    names.length === 0
      ? [text]
      : text.split(new RegExp(`(?:^|\\s)(${names.join('|')})[:：]\\s*`, 'u')).map((part) => part.trim());
  const [unnamed = '', ...named] = parts;
  for (let index = 0; index < named.length; index += 2) {
    const option = options.find((candidate) => candidate.name === named[index]);
    if (option !== undefined) set(option, named[index + 1] ?? '');
  }
  readUnnamed(
    options.filter((option) => !(option.name in values)),
    unnamed,
    set,
  );
  return values;
}

/** What stands before any name goes to the options in their order: a word each, but all of it to a free text. */
function readUnnamed(
  options: readonly CommandOption[],
  text: string,
  set: (option: CommandOption, words: string) => void,
): void {
  let rest = text;
  for (const option of options) {
    if (rest === '') return;
    const isFreeText = option.type === Kind.String && (option.choices ?? []).length === 0;
    const word = isFreeText ? rest : (rest.split(/\s+/)[0] ?? '');
    set(option, word);
    rest = rest.slice(word.length).trim();
  }
  if (rest !== '') throw new Error(`There is no option for: ${rest}`);
}

function toValue(world: World, channel: Channel, option: CommandOption, words: string): OptionValue {
  const choice = (option.choices ?? []).find(
    (candidate) =>
      String(candidate.value) === words ||
      [candidate.name, ...Object.values(candidate.name_localizations ?? {})].includes(words),
  );
  if (choice !== undefined) return choice.value;
  switch (option.type) {
    case Kind.Boolean:
      return /^(true|yes|on|1)$/i.test(words);
    case Kind.Integer:
    case Kind.Number:
      return Number(words);
    case Kind.String:
      return nameIds(world, channel, words);
    default:
      return idOf(world, channel, words) ?? words;
  }
}

/** `#general` and `@Editors` in a text become what Discord's client makes of them when they are picked. */
function nameIds(world: World, channel: Channel, words: string): string {
  return words.replace(/(?<![<\w])([#@])([\p{L}\p{N}_-]+)/gu, (whole, sign: string, name: string) => {
    const id = idOf(world, channel, `${sign}${name}`);
    if (id === null) return whole;
    if (sign === '#') return `<#${id}>`;
    return world.users.has(id) ? `<@${id}>` : `<@&${id}>`;
  });
}

function idOf(world: World, channel: Channel, words: string): string | null {
  const name = words.replace(/^[#@]/, '');
  const guild = world.guildOf(channel);
  const channels = [...(guild?.channels.values() ?? [])];
  const roles = [...(guild?.roles.values() ?? [])];
  const users = [...world.users.values()];
  const found = words.startsWith('#')
    ? channels.find((candidate) => candidate.name === name)
    : (roles.find((role) => role.name === name) ??
      users.find((user) => user.username === name || user.displayName === name) ??
      channels.find((candidate) => candidate.name === name));
  return found?.id ?? null;
}
