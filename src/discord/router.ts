/** Receives every interaction: finds its handler by name, defers it, runs it, and answers for what goes wrong. */
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import { UserError } from '../errors.ts';
import { createTranslator } from '../locales/translator.ts';
import { type Command, type Context, isMessageCommand, type ReplyContext } from './command.ts';
import type { ComponentHandler, ComponentInteraction, Place, Tap } from './component-handler.ts';
import { nameOfComponentId } from './component-ids.ts';
import { describeFailure } from './describe-failure.ts';
import { callDiscord } from './discord-call.ts';
import { toLine } from './escape-text.ts';
import { limits, shorten } from './limits.ts';
import { editBodyOf, isOnComponents, messageOf, newBodyOf, noMentions } from './message-form.ts';
import { plain } from './payload.ts';
import { missingForInteraction, namePermissions } from './permissions.ts';
import { createInteractionResponder } from './responder.ts';
import type { Services } from './services.ts';

/** What can be deferred, or answered with a modal. */
type Acted =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ComponentInteraction
  | ModalSubmitInteraction;

/** Handles one interaction. Never throws. */
type Router = (interaction: Interaction) => Promise<void>;

export function createRouter(services: Services): Router {
  const { commands, log } = services;
  const commandByName = new Map(
    commands.flatMap((command) => (isMessageCommand(command) ? [] : [[command.data.name, command]])),
  );
  const menuByName = new Map(
    commands.flatMap((command) => (isMessageCommand(command) ? [[command.data.name, command]] : [])),
  );
  const handlers = commands.flatMap(({ components = [] }) => components);
  const handlerByName = new Map(handlers.map((handler) => [handler.name, handler]));

  return async (interaction) => {
    const context = { services, translate: createTranslator(interaction.locale) };
    try {
      if (interaction.isChatInputCommand())
        await runCommand(interaction, commandByName.get(interaction.commandName), context);
      else if (interaction.isMessageContextMenuCommand())
        await carryOut(interaction, menuByName.get(interaction.commandName)?.open(interaction), context);
      else if (interaction.isAutocomplete())
        await complete(interaction, commandByName.get(interaction.commandName), context);
      else if (interaction.isButton() || interaction.isAnySelectMenu() || interaction.isModalSubmit())
        await runTap(interaction, handlerByName.get(nameOfComponentId(interaction.customId)), context);
      else await refuse(interaction, new UserError('expired', 'a command of another version'), context);
    } catch (error) {
      // The response itself failed: the member has been told, or cannot be.
      describeFailure(error, { translate: context.translate, log, origin: originOf(interaction) });
    }
  };
}

async function runCommand(
  interaction: ChatInputCommandInteraction,
  command: Command | undefined,
  context: Context,
): Promise<void> {
  if (command === undefined) return refuse(interaction, new UserError('expired', 'no such command'), context);
  const known = context.services.guildSettings.peek(interaction.guildId);
  const wanted = command.isEphemeral(interaction, known) ? 'private' : 'public';
  await deferAndRun(interaction, wanted, context, (reply) => command.execute(interaction, reply));
}

async function runTap(
  interaction: ComponentInteraction | ModalSubmitInteraction,
  handler: ComponentHandler | undefined,
  context: Context,
): Promise<void> {
  await carryOut(interaction, handler?.open(interaction) ?? undefined, context);
}

async function carryOut(interaction: Acted, tap: Tap | undefined, context: Context): Promise<void> {
  if (tap === undefined)
    return refuse(interaction, new UserError('expired', 'an unknown or forged id'), context);
  if (tap.type === 'run') return deferAndRun(interaction, placeOf(interaction, tap.place), context, tap.run);
  try {
    await respondAtOnce(interaction, tap, context);
  } catch (error) {
    await refuse(interaction, error, context);
  }
}

/** What follows from a message that only the member sees is for the member alone as well. */
function placeOf(interaction: Acted, place: Place): Place {
  const isPrivate = messageOf(interaction)?.flags.has(MessageFlags.Ephemeral) ?? false;
  return place === 'public' && isPrivate ? 'private' : place;
}

async function respondAtOnce(
  interaction: Acted,
  tap: Exclude<Tap, { type: 'run' }>,
  context: Context,
): Promise<void> {
  if (tap.type === 'modal') {
    const modal = tap.modal(context);
    if (!interaction.isModalSubmit()) await callDiscord(() => interaction.showModal(modal));
    return;
  }
  const payload = await tap.show(context);
  if (tap.place === 'in-place' && interaction.isMessageComponent())
    await callDiscord(() => interaction.update(editBodyOf(payload, isOnComponents(interaction))));
  else {
    const { flags, ...body } = newBodyOf(payload);
    await callDiscord(() => interaction.reply({ ...body, flags: [...flags, MessageFlags.Ephemeral] }));
  }
}

/** Defers before anything else is waited for, then runs. */
async function deferAndRun(
  interaction: Acted,
  wanted: Place,
  context: Context,
  run: (context: ReplyContext) => Promise<void>,
): Promise<void> {
  const { log } = context.services;
  const isForAll = wanted === 'public' || wanted === 'channel';
  const notice = isForAll ? whyPrivate(interaction, context) : null;
  const place = !isForAll ? wanted : notice === null ? 'public' : 'private';
  await callDiscord(() => defer(interaction, place));
  const reply = createInteractionResponder(interaction, place, log);
  try {
    await run({ ...context, reply, notice });
  } catch (error) {
    const origin = originOf(interaction);
    const sentence = describeFailure(error, { translate: context.translate, log, origin });
    if (sentence !== null) await reply.whisper(plain(sentence));
  }
}

/** Why a response that could be public must not be, in words for the member; null when nothing is against it. */
function whyPrivate(interaction: RepliableInteraction, { services, translate }: Context): string | null {
  if (services.guildSettings.peek(interaction.guildId).state === 'unknown')
    return translate('private.settingsUnknown');
  const missing = missingForInteraction(interaction);
  if (missing.length === 0) return null;
  return translate('private.cannotSpeak', { permissions: namePermissions(missing, translate) });
}

async function defer(interaction: Acted, place: Place): Promise<void> {
  const canUpdate =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  if (place === 'in-place' && canUpdate) await interaction.deferUpdate();
  else await interaction.deferReply(place === 'public' ? {} : { flags: MessageFlags.Ephemeral });
}

/** Answers what has had no response yet with a sentence for the member alone. */
async function refuse(interaction: RepliableInteraction, error: unknown, context: Context): Promise<void> {
  const { translate, services } = context;
  const sentence = describeFailure(error, { translate, log: services.log, origin: originOf(interaction) });
  if (sentence === null || interaction.replied) return;
  const body = { content: sentence, allowedMentions: noMentions, flags: MessageFlags.Ephemeral } as const;
  await callDiscord(() => interaction.reply(body));
}

async function complete(
  interaction: AutocompleteInteraction,
  command: Command | undefined,
  context: Context,
): Promise<void> {
  const choices = (await command?.complete?.(interaction, context)) ?? [];
  const shown = choices
    .map(({ name, value }) => ({
      name: shorten(toLine(name), limits.choiceName),
      value: shorten(value, limits.choiceName),
    }))
    .filter(({ name }) => name !== '')
    .slice(0, limits.choices);
  await callDiscord(() => interaction.respond(shown));
}

function originOf(interaction: Interaction) {
  return {
    interactionId: interaction.id,
    guildId: interaction.guildId,
    channelId: interaction.channelId,
    ...(interaction.isCommand() || interaction.isAutocomplete() ? { command: interaction.commandName } : {}),
    ...(interaction.isButton() || interaction.isAnySelectMenu() || interaction.isModalSubmit()
      ? { component: nameOfComponentId(interaction.customId) }
      : {}),
  };
}
