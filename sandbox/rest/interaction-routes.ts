// Answering interactions: the callback, and the webhook of the interaction's token.
import { ComponentType, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { invalidForm, refusals } from '../discord-error.ts';
import { modalComponent } from '../forms/component-schema.ts';
import { findDuplicateCustomIds } from '../forms/component-tree.ts';
import { list, readForm, text } from '../forms/fields.ts';
import { readEditedMessage, readNewMessage } from '../forms/message-schema.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { deleteMessage, editMessage } from '../messages.ts';
import type { Message } from '../world/message.ts';
import { messagePayload } from '../world/message-payload.ts';
import { postAsBot, storeFiles } from './bot-message.ts';
import { shownBy } from './message-routes.ts';
import { noContent, ok, param, type RestRequest, type Route, route } from './route.ts';

const callback = z.object({ type: z.number().int(), data: z.unknown().optional() });
const deferral = z.object({ flags: z.number().int().nullish() });
const choices = z.object({
  choices: list(z.object({ name: text(1, 100), value: z.union([text(1, 100), z.number()]) }), 0, 25),
});
const modal = z.object({
  custom_id: text(1, 100),
  title: text(1, 45),
  components: list(modalComponent, 1, 5),
});

/** The routes on which a bot answers interactions. None needs the bot's token: theirs is in the path. */
export function interactionRoutes(core: Core): Route[] {
  const { world } = core;
  const everything = () => true;
  const payload = (message: Message) => messagePayload(world, message, everything);
  const interactionOf = (request: RestRequest) =>
    core.interactions.forWebhook(param(request, 'application'), param(request, 'token'));
  const ownMessage = (request: RestRequest): Message => {
    const interaction = interactionOf(request);
    const id = request.params.message;
    const message =
      id === undefined
        ? interaction.original
        : [interaction.original, ...interaction.followUps].find((one) => one?.id === id);
    if (!message || message.deleted) throw refusals.unknownMessage();
    return message;
  };

  const answer = (request: RestRequest) => {
    const interaction = core.interactions.forCallback(param(request, 'interaction'), param(request, 'token'));
    const form = readForm(callback, request.body);
    respond(core, interaction, form.type, form.data, request);
    interaction.respondedAfterMs = world.clock.now() - interaction.createdAt;
    core.changes.announce();
    if (request.query.get('with_response') !== 'true') return noContent();
    const { original } = interaction;
    return ok({
      interaction: {
        id: interaction.id,
        type: interaction.kind === 'command' ? 2 : interaction.kind === 'component' ? 3 : 5,
        ...(original === null
          ? {}
          : {
              response_message_id: original.id,
              response_message_loading: original.loading,
              response_message_ephemeral: original.ephemeral,
            }),
        channel_id: interaction.channel.id,
        ...(interaction.channel.guildId === null ? {} : { guild_id: interaction.channel.guildId }),
      },
      ...(original === null ? {} : { resource: { type: form.type, message: payload(original) } }),
    });
  };

  const followUp = (request: RestRequest) => {
    const interaction = interactionOf(request);
    const form = readNewMessage(request.body, request.files.length);
    const { original } = interaction;
    // The first follow-up of a deferred answer takes the place of "is thinking", and is seen by whom that was.
    if (original?.loading && !original.deleted) {
      editMessage(core, original, form, storeFiles(core, request.files, form.attachments ?? []));
      return ok(payload(original));
    }
    const ephemeral = ((form.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const message = postAsBot(core, interaction.channel, form, request.files, {
      origin: originOf(interaction),
      visibleTo: ephemeral ? interaction.user.id : null,
    });
    interaction.followUps.push(message);
    core.changes.announce();
    return ok(payload(message));
  };

  const edit = (request: RestRequest) => {
    const message = ownMessage(request);
    const form = readEditedMessage(request.body, shownBy(message), request.files.length);
    editMessage(core, message, form, storeFiles(core, request.files, form.attachments ?? []));
    return ok(payload(message));
  };

  const remove = (request: RestRequest) => {
    deleteMessage(core, ownMessage(request));
    return noContent();
  };

  const base = '/webhooks/:application/:token';
  const open = { needsToken: false };
  return [
    route('POST', '/interactions/:interaction/:token/callback', answer, open),
    route('POST', base, followUp, open),
    ...['/messages/@original', '/messages/:message'].flatMap((end) => [
      route('GET', `${base}${end}`, (request) => ok(payload(ownMessage(request))), open),
      route('PATCH', `${base}${end}`, edit, open),
      route('DELETE', `${base}${end}`, remove, open),
    ]),
  ];
}

const allowed: Record<Interaction['kind'], readonly number[]> = {
  command: [4, 5, 9],
  component: [4, 5, 6, 7, 9],
  autocomplete: [8],
  modal: [4, 5, 6, 7],
};

/** Carries out the first response; what does not fit the kind of interaction is refused. */
function respond(
  core: Core,
  interaction: Interaction,
  type: number,
  data: unknown,
  request: RestRequest,
): void {
  const fits =
    allowed[interaction.kind].includes(type) &&
    (interaction.kind !== 'modal' || interaction.source !== null || type < 6);
  if (!fits) {
    throw invalidForm([
      {
        path: ['type'],
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${allowed[interaction.kind].join(', ')}}.`,
      },
    ]);
  }
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const form = readNewMessage(data, request.files.length, ['data']);
      const ephemeral = ((form.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      interaction.firstResponse = 'message';
      interaction.original = postAsBot(core, interaction.channel, form, request.files, {
        origin: originOf(interaction),
        visibleTo: ephemeral ? interaction.user.id : null,
      });
      return;
    }
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const flags = readForm(deferral, data, ['data']).flags ?? 0;
      const ephemeral = (flags & MessageFlags.Ephemeral) !== 0;
      interaction.firstResponse = 'deferred';
      interaction.original = postAsBot(core, interaction.channel, {}, [], {
        origin: originOf(interaction),
        visibleTo: ephemeral ? interaction.user.id : null,
        loading: true,
      });
      return;
    }
    case InteractionResponseType.DeferredMessageUpdate:
      interaction.firstResponse = 'deferred-update';
      interaction.original = interaction.source;
      return;
    case InteractionResponseType.UpdateMessage: {
      const { source } = interaction;
      if (source === null) throw refusals.unknownMessage();
      const form = readEditedMessage(data, shownBy(source), request.files.length, ['data']);
      interaction.firstResponse = 'update';
      interaction.original = source;
      editMessage(core, source, form, storeFiles(core, request.files, form.attachments ?? []));
      return;
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.choices = readForm(choices, data, ['data']).choices;
      interaction.firstResponse = 'choices';
      return;
    default:
      interaction.modal = readModal(data);
      interaction.firstResponse = 'modal';
  }
}

function readModal(data: unknown) {
  const form = readForm(modal, data, ['data']);
  const errors = findDuplicateCustomIds(form.components);
  form.components.forEach((component, index) => {
    const misplaced =
      component.type === ComponentType.ActionRow &&
      component.components.some((child) => child.type === ComponentType.Button);
    if (misplaced) {
      errors.push({
        path: ['components', index],
        code: 'COMPONENT_TYPE_INVALID',
        message: 'The specified component type is invalid in this context',
      });
    }
  });
  if (errors.length > 0)
    throw invalidForm(errors.map((error) => ({ ...error, path: ['data', ...error.path] })));
  return { customId: form.custom_id, title: form.title, components: form.components };
}

function originOf(interaction: Interaction) {
  return {
    id: interaction.id,
    type: interaction.kind === 'command' ? 2 : interaction.kind === 'component' ? 3 : 5,
    name: interaction.name,
    user: interaction.user,
    sourceId: interaction.source?.id ?? null,
  };
}
