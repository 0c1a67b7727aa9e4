/** Registers the commands with Discord, and only when they differ from what is registered. */
import { type REST, Routes } from 'discord.js';
import type { AnyCommand } from './command.ts';
import { callDiscord } from './discord-call.ts';

interface DeployPorts {
  readonly rest: REST;
  readonly applicationId: string;
  /** Register in this server only; null: everywhere. */
  readonly guildId: string | null;
  readonly commands: readonly AnyCommand[];
}

/** Makes the registered commands these. Returns whether anything had to be written. Throws `UpstreamError('discord')`. */
export async function deployCommands({
  rest,
  applicationId,
  guildId,
  commands,
}: DeployPorts): Promise<boolean> {
  const route = routeOf(applicationId, guildId);
  const wanted = commands.map(({ data }) => data);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await callDiscord(() => rest.get(route, { query }));
  if (normalise(registered, guildId !== null) === normalise(wanted, guildId !== null)) return false;
  await callDiscord(() => rest.put(route, { body: wanted }));
  return true;
}

/** Milliseconds. */
const lookTimeout = 5_000;

/**
 * Which commands Discord does not have as they are here, and whether a server is offered those of a trial besides.
 * Writes nothing. Throws `UpstreamError('discord')`.
 */
export async function findCommandDrift(
  { rest, applicationId, guildId, commands }: DeployPorts,
  server: string,
): Promise<{ readonly differing: readonly string[]; readonly twice: boolean }> {
  const signal = AbortSignal.timeout(lookTimeout);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const look = (scope: string | null) =>
    callDiscord(() => rest.get(routeOf(applicationId, scope), { query, signal }));
  const registered = new Set(normalise(await look(guildId), guildId !== null).split('\n'));
  const besides = await look(guildId === null ? server : null);
  return {
    differing: commands
      .filter(({ data }) => !registered.has(normalise([data], guildId !== null)))
      .map(({ data }) => data.name),
    twice: Array.isArray(besides) && besides.length > 0,
  };
}

/** So many servers are looked at for commands of a trial; a bot in more of them is past its trial. */
const mostServers = 20;

/**
 * Takes away what was registered elsewhere while `DISCORD_GUILD_ID` was another, so that no command is offered twice.
 * Returns how many places had some. Throws `UpstreamError('discord')`.
 */
export async function clearOtherScopes(
  { rest, applicationId, guildId }: Omit<DeployPorts, 'commands'>,
  servers: readonly string[],
): Promise<number> {
  const elsewhere = guildId === null ? servers.slice(0, mostServers) : [null];
  let cleared = 0;
  for (const scope of elsewhere) {
    const route = routeOf(applicationId, scope);
    const left = await callDiscord(() => rest.get(route));
    if (!Array.isArray(left) || left.length === 0) continue;
    await callDiscord(() => rest.put(route, { body: [] }));
    cleared += 1;
  }
  return cleared;
}

function routeOf(applicationId: string, guildId: string | null) {
  return guildId === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}

/** What makes a command what it is; Discord adds ids, versions and defaults besides. */
const definingFields = new Set([
  ...['type', 'name', 'name_localizations', 'description', 'description_localizations', 'nsfw'],
  ...['default_member_permissions', 'integration_types', 'contexts', 'options', 'choices', 'value'],
  ...['required', 'autocomplete', 'min_value', 'max_value', 'min_length', 'max_length', 'channel_types'],
]);
/** These hold for commands that are registered everywhere only. */
const globalFields = new Set(['integration_types', 'contexts']);
/** Lists whose order means nothing. */
const sets = new Set(['integration_types', 'contexts', 'channel_types']);

/** A list of commands as a text that is the same for the same commands, whatever the order of fields and of commands. */
function normalise(commands: unknown, inOneGuild: boolean): string {
  const list = Array.isArray(commands) ? commands : [];
  const texts = list.map((command) =>
    JSON.stringify(command, (key, value: unknown) => normaliseValue(key, value, inOneGuild)),
  );
  return texts.sort().join('\n');
}

function normaliseValue(key: string, value: unknown, inOneGuild: boolean): unknown {
  if (Array.isArray(value)) return sets.has(key) ? [...value].sort() : value;
  if (typeof value !== 'object' || value === null) return value;
  const isMap = key.endsWith('_localizations');
  const entries = Object.entries(value).filter(
    ([field, held]) =>
      (isMap || definingFields.has(field)) &&
      !isDefault(field, held) &&
      !(inOneGuild && globalFields.has(field)),
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What Discord leaves out, or puts in by itself. */
function isDefault(field: string, value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return field !== 'name' && typeof value === 'object' && Object.keys(value).length === 0;
}
