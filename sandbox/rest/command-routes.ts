import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { invalidForm, refusals } from '../discord-error.ts';
import { readForm } from '../forms/fields.ts';
import { type CommandForm, type CommandOption, readCommand, type StoredCommand } from './command-schema.ts';
import { created, noContent, ok, param, type RestRequest, type Route, route } from './route.ts';

const most: Record<number, number> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

/** The routes on which a bot registers its commands, global ones and those of one server. */
export function commandRoutes(core: Core): Route[] {
  const { world } = core;
  const guildOf = (request: RestRequest): string | null => {
    if (param(request, 'application') !== world.applicationId) throw refusals.missingAccess();
    const id = request.params.guild;
    if (id === undefined) return null;
    const guild = world.guilds.get(id);
    if (guild === undefined || !guild.members.has(world.bot.id)) throw refusals.missingAccess();
    return id;
  };
  const registered = (guildId: string | null) =>
    [...world.commands.values()].filter((command) => command.guildId === guildId);
  const find = (request: RestRequest): StoredCommand => {
    const command = world.commands.get(param(request, 'command'));
    if (command === undefined || command.guildId !== guildOf(request)) throw refusals.unknownCommand();
    return command;
  };
  const store = (form: CommandForm, guildId: string | null, id: string | null): StoredCommand => {
    const command: StoredCommand = {
      ...form,
      id: id ?? world.ids.next(),
      type: form.type ?? ApplicationCommandType.ChatInput,
      version: world.ids.next(),
      guildId,
    };
    world.commands.set(command.id, command);
    core.changes.announce();
    return command;
  };
  const sameName = (form: CommandForm, guildId: string | null) =>
    registered(guildId).find(
      (command) =>
        command.name === form.name && command.type === (form.type ?? ApplicationCommandType.ChatInput),
    );
  const checkCount = (commands: readonly { type?: number | null | undefined }[]) => {
    for (const [type, limit] of Object.entries(most)) {
      const count = commands.filter((command) => (command.type ?? 1) === Number(type)).length;
      if (count > limit) throw refusals.tooManyCommands();
    }
  };

  const list = (request: RestRequest) =>
    ok(
      registered(guildOf(request)).map((command) =>
        commandPayload(world.applicationId, command, request.query.get('with_localizations') === 'true'),
      ),
    );
  const replaceAll = (request: RestRequest) => {
    const guildId = guildOf(request);
    const bodies = readForm(z.array(z.unknown()), request.body);
    const forms = bodies.map((body, index) => readCommand(body, [String(index)]));
    checkUnique(forms);
    checkCount(forms);
    const before = registered(guildId);
    for (const command of before) world.commands.delete(command.id);
    const stored = forms.map((form) => {
      const same = before.find((command) => command.name === form.name && command.type === (form.type ?? 1));
      return store(form, guildId, same?.id ?? null);
    });
    return ok(stored.map((command) => commandPayload(world.applicationId, command, true)));
  };
  const create = (request: RestRequest) => {
    const guildId = guildOf(request);
    const form = readCommand(request.body);
    const same = sameName(form, guildId);
    if (same === undefined) checkCount([...registered(guildId), form]);
    const command = store(form, guildId, same?.id ?? null);
    const payload = commandPayload(world.applicationId, command, true);
    return same === undefined ? created(payload) : ok(payload);
  };
  const edit = (request: RestRequest) => {
    const before = find(request);
    const changes = readForm(z.record(z.string(), z.unknown()), request.body);
    const form = readCommand({ ...before, ...changes, type: before.type });
    return ok(commandPayload(world.applicationId, store(form, before.guildId, before.id), true));
  };
  const remove = (request: RestRequest) => {
    world.commands.delete(find(request).id);
    core.changes.announce();
    return noContent();
  };

  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (base) => [
      route('GET', base, list),
      route('PUT', base, replaceAll),
      route('POST', base, create),
      route('GET', `${base}/:command`, (request) =>
        ok(commandPayload(world.applicationId, find(request), true)),
      ),
      route('PATCH', `${base}/:command`, edit),
      route('DELETE', `${base}/:command`, remove),
    ],
  );
}

function checkUnique(forms: readonly CommandForm[]): void {
  const seen = new Set<string>();
  for (const [index, form] of forms.entries()) {
    const key = `${form.type ?? 1} ${form.name}`;
    if (seen.has(key)) {
      throw invalidForm([
        {
          path: [index],
          code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
          message: 'Application command names must be unique',
        },
      ]);
    }
    seen.add(key);
  }
}

/** A command as Discord gives it back: defaults filled in, what is off left out, translations only if asked for. */
function commandPayload(applicationId: string, command: StoredCommand, withTranslations: boolean): object {
  const { guildId, options, ...form } = command;
  return {
    ...withoutTranslations(form, withTranslations),
    ...(options ? { options: options.map((option) => optionPayload(option, withTranslations)) } : {}),
    application_id: applicationId,
    description: command.description ?? '',
    default_member_permissions: command.default_member_permissions ?? null,
    nsfw: command.nsfw ?? false,
    integration_types: command.integration_types ?? [0],
    contexts: command.contexts ?? null,
    ...(guildId === null ? { dm_permission: command.dm_permission ?? true } : { guild_id: guildId }),
  };
}

function optionPayload(option: CommandOption, withTranslations: boolean): object {
  const { options, ...rest } = option;
  const set = Object.entries(withoutTranslations(rest, withTranslations)).filter(
    ([, value]) => value !== null && value !== undefined && value !== false,
  );
  return {
    ...Object.fromEntries(set),
    ...(options ? { options: options.map((inner) => optionPayload(inner, withTranslations)) } : {}),
  };
}

function withoutTranslations(value: object, keep: boolean): object {
  const hidden = new Set(keep ? [] : ['name_localizations', 'description_localizations']);
  return Object.fromEntries(Object.entries(value).filter(([key]) => !hidden.has(key)));
}
