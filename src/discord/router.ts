/** Receives every interaction: finds its handler by name, defers it, runs it, and answers for what goes wrong. */
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import { UserError } from '../errors.ts';
import { createTranslator } from '../locales/translator.ts';
import { type Command, type Context, isMessageCommand, type ReplyContext } from './command.ts';
import type { ComponentInteraction, Place, Tap } from './component-handler.ts';
import { nameOfComponentId } from './component-ids.ts';
import { type Acted, deferredAt, deferSurely } from './deferred.ts';
import { describeFailure, orTellWhy } from './describe-failure.ts';
import { callDiscord } from './discord-call.ts';
import { toLine } from './escape-text.ts';
import { installedGuildId, isKeptPrivate } from './installation.ts';
import { limits, shorten } from './limits.ts';
import { createMessageForm, formOptionsFor, messageOf, noMentions } from './message-form.ts';
import { missingForInteraction, namePermissions } from './permissions.ts';
import { createRecent } from './recent.ts';
import { createInteractionResponder } from './responder.ts';
import type { Services } from './services.ts';
import { tooBusy } from './turns.ts';

/** Neither throws. */
interface Router {
  /** Handles one interaction. */
  handle(interaction: Interaction): Promise<void>;
  /** Says of one that comes while the bot is being stopped that it came too late. */
  refuseLate(interaction: Interaction): Promise<void>;
}

export function createRouter(current: () => Services): Router {
  const { commands, log } = current();
  const commandByName = new Map(
    commands.flatMap((command) => (isMessageCommand(command) ? [] : [[command.data.name, command]])),
  );
  const menuByName = new Map(
    commands.flatMap((command) => (isMessageCommand(command) ? [[command.data.name, command]] : [])),
  );
  const handlers = commands.flatMap(({ components = [] }) => components);
  const handlerByName = new Map(handlers.map((handler) => [handler.name, handler]));
  /** Discord may deliver one twice. */
  const handled = createRecent({ size: 2000 });
  /** Taps that are being carried out. */
  const underWay = new Set<string>();

  const route = async (interaction: Interaction, context: Context): Promise<void> => {
    if (!handled.add(interaction.id)) return;
    if (interaction.isChatInputCommand())
      await runCommand(interaction, commandByName.get(interaction.commandName), context);
    else if (interaction.isMessageContextMenuCommand())
      await carryOut(interaction, menuByName.get(interaction.commandName)?.open(interaction), context);
    else if (interaction.isAutocomplete())
      await complete(interaction, commandByName.get(interaction.commandName), context);
    else if (interaction.isButton() || interaction.isAnySelectMenu() || interaction.isModalSubmit()) {
      const handler = handlerByName.get(nameOfComponentId(interaction.customId));
      const tap = handler?.open(interaction) ?? undefined;
      const same = sameTaps(interaction, tap);
      if (underWay.has(same))
        return refuse(interaction, new UserError('under-way', 'the same tap is being carried out'), context);
      underWay.add(same);
      await carryOut(interaction, tap, context).finally(() => underWay.delete(same));
    } else await refuse(interaction, new UserError('expired', 'a command of another version'), context);
  };
  const guarded =
    (respond: (interaction: Interaction, context: Context) => Promise<void>) =>
    async (interaction: Interaction): Promise<void> => {
      const context = { services: current(), translate: createTranslator(interaction.locale) };
      try {
        await respond(interaction, context);
      } catch (error) {
        // The response itself failed: the member has been told, or cannot be.
        describeFailure(error, { translate: context.translate, log, origin: originOf(interaction) });
      }
    };

  return {
    handle: guarded(route),
    refuseLate: guarded(async (interaction, context) => {
      if (interaction.isAutocomplete()) await callDiscord(() => interaction.respond([]));
      else await refuse(interaction, new UserError('stopping', 'the bot is being stopped'), context);
    }),
  };
}

/** The same for taps that must not be carried out twice at once: a member's on the same, and anybody's that redo a message. */
function sameTaps(interaction: ComponentInteraction | ModalSubmitInteraction, tap: Tap | undefined): string {
  const redoes = tap?.type === 'run' && tap.place === 'in-place';
  const where = interaction.message?.id ?? interaction.channelId;
  const filledIn = interaction.isModalSubmit() ? interaction.fields.fields : null;
  const chosen = 'values' in interaction ? interaction.values : filledIn;
  return JSON.stringify([where, interaction.customId, redoes ? null : interaction.user.id, chosen]);
}

async function runCommand(
  interaction: ChatInputCommandInteraction,
  command: Command | undefined,
  context: Context,
): Promise<void> {
  if (command === undefined) return refuse(interaction, new UserError('expired', 'no such command'), context);
  const known = context.services.guildSettings.peek(installedGuildId(interaction));
  const wanted = command.isEphemeral(interaction, known) ? 'private' : 'public';
  await deferAndRun(interaction, wanted, context, (reply) => command.execute(interaction, reply));
}

async function carryOut(interaction: Acted, tap: Tap | undefined, context: Context): Promise<void> {
  if (tap === undefined)
    return refuse(interaction, new UserError('expired', 'an unknown or forged id'), context);
  if (tap.type === 'run')
    return deferAndRun(interaction, placeOf(interaction, tap.place, context), context, tap.run);
  try {
    await respondAtOnce(interaction, tap, context);
  } catch (error) {
    await refuse(interaction, error, context);
  }
}

/** What follows from a message that only the member sees is for the member alone as well; elsewhere the server says. */
function placeOf(interaction: Acted, place: Place, { services }: Context): Place {
  const { settings } = services.guildSettings.peek(installedGuildId(interaction));
  const isPrivate =
    settings.privateAnswers || (messageOf(interaction)?.flags.has(MessageFlags.Ephemeral) ?? false);
  return place === 'public' && isPrivate ? 'private' : place;
}

async function respondAtOnce(
  interaction: Acted,
  tap: Exclude<Tap, { type: 'run' }>,
  context: Context,
): Promise<void> {
  if (tap.type === 'modal') {
    const modal = await tap.modal(context);
    if (!interaction.isModalSubmit()) await callDiscord(() => interaction.showModal(modal));
    return;
  }
  const payload = await tap.show(context);
  const isInPlace = tap.place === 'in-place';
  const form = createMessageForm(formOptionsFor(interaction, isInPlace));
  if (isInPlace && interaction.isMessageComponent())
    await form.edit(payload, (body) => interaction.update(body));
  else
    await form.send(payload, ({ flags, ...body }) =>
      interaction.reply({ ...body, flags: [...flags, MessageFlags.Ephemeral] }),
    );
}

/** Defers before anything else is waited for, then runs. */
async function deferAndRun(
  interaction: Acted,
  wanted: Place,
  context: Context,
  run: (context: ReplyContext) => Promise<void>,
): Promise<void> {
  const { log, pending, turns } = context.services;
  // The first response costs nothing of what Discord allows, any other would. Moderators may be about to put an end to it.
  if (turns.isFull() && !mayManage(interaction)) return refuse(interaction, tooBusy(), context);
  const isForAll = wanted === 'public' || wanted === 'channel';
  const notice = isForAll ? whyPrivate(interaction, context) : null;
  const place = !isForAll ? wanted : notice === null && !isKeptPrivate(interaction) ? 'public' : 'private';
  const { id, client, locale } = interaction;
  const deferred = deferredAt(interaction, place);
  pending.note(id, interaction.guildId, { kind: 'interaction', deferred, locale, question: null });
  try {
    await deferSurely(interaction, place).finally(turns.hold());
    context.services.telemetry.responded();
    const reply = createInteractionResponder(deferred, client, log, (unsent) =>
      pending.addUnsent(id, unsent),
    );
    const telling = { translate: context.translate, log, origin: originOf(interaction) };
    await orTellWhy(() => run({ ...context, reply, notice }), reply, telling);
  } finally {
    pending.done(id);
  }
}

function mayManage({ memberPermissions }: Acted): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

/** Why a response that could be public must not be, in words for the member; null when nothing is against it. */
function whyPrivate(interaction: RepliableInteraction, { services, translate }: Context): string | null {
  if (services.guildSettings.peek(installedGuildId(interaction)).state === 'unknown')
    return translate('private.settingsUnknown');
  const missing = missingForInteraction(interaction);
  if (missing.length === 0) return null;
  return translate('private.cannotSpeak', { permissions: namePermissions(missing, translate) });
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
    guildId: installedGuildId(interaction),
    channelId: interaction.channelId,
    ...(interaction.isCommand() || interaction.isAutocomplete() ? { command: interaction.commandName } : {}),
    ...(interaction.isButton() || interaction.isAnySelectMenu() || interaction.isModalSubmit()
      ? { component: nameOfComponentId(interaction.customId) }
      : {}),
  };
}
