// What a Discord client makes of a slash command that a person has typed: the options in their shape, checked.
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { codePoints } from '../forms/fields.ts';
import type { CommandOption, StoredCommand } from '../rest/command-schema.ts';
import type { Channel } from '../world/entities.ts';
import { attachmentPayload } from '../world/message-payload.ts';
import { channelPayload, memberPayload, rolePayload, userPayload } from '../world/payloads.ts';
import { channelPermissions } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

interface TypedOption {
  readonly name: string;
  readonly type: number;
  readonly value?: OptionValue;
  readonly focused?: boolean;
  readonly options?: readonly TypedOption[];
}

/** A command of that name and kind as a person in this channel finds it: the server's own before the global one. */
export function findCommand(
  world: World,
  name: string,
  channel: Channel,
  type: ApplicationCommandType = ApplicationCommandType.ChatInput,
): StoredCommand | null {
  const named = [...world.commands.values()].filter(
    (command) => command.name === name && command.type === type,
  );
  return (
    named.find((command) => command.guildId !== null && command.guildId === channel.guildId) ??
    named.find((command) => command.guildId === null) ??
    null
  );
}

/** What an interaction says of the command that was used. */
export function commandData({ id, name, type, guildId }: StoredCommand) {
  return { id, name, type, ...(guildId === null ? {} : { guild_id: guildId }) };
}

/** `config set language` is the command `config` with the path `['set', 'language']`. */
export function splitCommandName(typed: string): { name: string; path: readonly string[] } {
  const [name = '', ...path] = typed.trim().replace(/^\//, '').split(/\s+/);
  return { name, path };
}

/** The options that a command or subcommand takes. */
export function optionsAt(command: StoredCommand, path: readonly string[]): readonly CommandOption[] {
  let options: readonly CommandOption[] = command.options ?? [];
  for (const step of path) {
    const next = options.find((option) => option.name === step);
    if (next === undefined) throw new Error(`/${command.name} has no subcommand ${step}`);
    options = next.options ?? [];
  }
  if (options.some((option) => isGroup(option.type))) {
    throw new Error(
      `/${command.name} ${path.join(' ')} needs one of: ${options.map((o) => o.name).join(', ')}`,
    );
  }
  return options;
}

function isGroup(type: number): boolean {
  return (
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup
  );
}

/** The `options` of an interaction. A value that Discord's client would not let through throws. */
export function typeOptions(
  command: StoredCommand,
  path: readonly string[],
  values: OptionValues,
  focused: string | null = null,
): TypedOption[] {
  const known = optionsAt(command, path);
  for (const name of Object.keys(values)) {
    if (!known.some((option) => option.name === name))
      throw new Error(`/${command.name} has no option ${name}`);
  }
  const typed = known.flatMap((option): TypedOption[] => {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required && focused === null) throw new Error(`/${command.name} needs ${option.name}`);
      return [];
    }
    const problem = focused === null ? findProblem(option, value) : null;
    if (problem !== null) throw new Error(`/${command.name} ${option.name}: ${problem}`);
    const isFocused = option.name === focused ? { focused: true } : {};
    return [{ name: option.name, type: option.type, value, ...isFocused }];
  });
  return wrapInPath(command, path, typed);
}

function wrapInPath(command: StoredCommand, path: readonly string[], typed: TypedOption[]): TypedOption[] {
  let options: readonly CommandOption[] = command.options ?? [];
  const types = path.map((step) => {
    const found = options.find((option) => option.name === step);
    options = found?.options ?? [];
    return found?.type ?? ApplicationCommandOptionType.Subcommand;
  });
  return path.reduceRight<TypedOption[]>(
    (inner, name, index) => [{ name, type: types[index] ?? 1, options: inner }],
    typed,
  );
}

/** Why Discord's client would not let a value through; null when it would. */
function findProblem(option: CommandOption, value: OptionValue): string | null {
  const choices = option.choices ?? [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    return `choose one of ${choices.map((choice) => choice.value).join(', ')}`;
  }
  switch (option.type) {
    case ApplicationCommandOptionType.Boolean:
      return typeof value === 'boolean' ? null : 'true or false';
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return findNumberProblem(option, value);
    case ApplicationCommandOptionType.String: {
      if (typeof value !== 'string') return 'a text';
      const length = codePoints(value);
      const { min_length: least, max_length: most } = option;
      if (length < (least ?? 0)) return `at least ${least} characters`;
      return length > (most ?? 6000) ? `at most ${most ?? 6000} characters` : null;
    }
    default:
      return typeof value === 'string' && /^\d+$/.test(value) ? null : 'an id';
  }
}

function findNumberProblem(option: CommandOption, value: OptionValue): string | null {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'a number';
  if (option.type === ApplicationCommandOptionType.Integer && !Number.isInteger(value))
    return 'a whole number';
  if (option.min_value != null && value < option.min_value) return `at least ${option.min_value}`;
  if (option.max_value != null && value > option.max_value) return `at most ${option.max_value}`;
  return null;
}

/** The `resolved` data for the ids among the given ones: users, members, roles, channels and files. */
export function resolveIds(world: World, channel: Channel, ids: readonly string[]) {
  const guild = world.guildOf(channel);
  const users: Record<string, object> = {};
  const members: Record<string, object> = {};
  const roles: Record<string, object> = {};
  const channels: Record<string, object> = {};
  const attachments: Record<string, object> = {};
  for (const id of ids) {
    const user = world.users.get(id);
    const member = guild?.members.get(id);
    const role = guild?.roles.get(id);
    const named = world.channels.get(id);
    const file = world.files.get(id);
    if (file !== undefined) attachments[id] = attachmentPayload(world, file);
    if (user !== undefined) users[id] = userPayload(user);
    if (member !== undefined && guild !== null) {
      members[id] = {
        ...memberPayload(member),
        permissions: channelPermissions(guild, channel, member).toString(),
      };
    }
    if (role !== undefined) roles[id] = rolePayload(role);
    if (named !== undefined && guild !== null) {
      const self = guild.members.get(world.bot.id);
      const permissions = self === undefined ? 0n : channelPermissions(guild, named, self);
      channels[id] = { ...channelPayload(world, named), permissions: permissions.toString() };
    }
  }
  const filled = Object.entries({ users, members, roles, channels, attachments }).filter(
    ([, entries]) => Object.keys(entries).length > 0,
  );
  return Object.fromEntries(filled);
}
