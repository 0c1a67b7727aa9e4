import { ApplicationCommandType, ButtonStyle, ComponentType, MessageType } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import type { Select } from '../forms/component-schema.ts';
import { allComponents } from '../forms/component-tree.ts';
import type { Choice, Interaction, Modal } from '../interactions/interaction.ts';
import { interactionPayload } from '../interactions/interaction-payload.ts';
import { deleteMessage, editMessage, findPings, postMessage } from '../messages.ts';
import type { StoredCommand } from '../rest/command-schema.ts';
import { openThread } from '../threads.ts';
import type { Channel, User } from '../world/entities.ts';
import type { Attachment, Message } from '../world/message.ts';
import { messagePayload } from '../world/payloads.ts';
import { channelPermissions, guildPermissions } from '../world/permissions.ts';
import {
  findCommand,
  type OptionValue,
  type OptionValues,
  resolveIds,
  splitCommandName,
  typeOptions,
} from './command-input.ts';
import { type ModalValues, modalSubmission } from './modal-input.ts';
import { type SettleOptions, settle, waitForFinal } from './waiting.ts';

/** Where and how something is done. */
export interface Place extends SettleOptions {
  readonly channel?: Channel;
  /** The person's Discord language, for this once. */
  readonly locale?: string;
}

export interface Saying {
  readonly channel?: Channel;
  /** Begins the message with a mention of the bot. */
  readonly mention?: boolean;
  readonly replyTo?: Message;
  /** A reply that does not ping. */
  readonly silent?: boolean;
  readonly attachments?: readonly Attachment[];
  /** A moment in the past, in milliseconds since 1970. */
  readonly at?: number;
}

/** Someone in front of a Discord client. What they do resolves once the bot's answer has come to rest. */
export class Person {
  readonly user: User;
  /** The language of their client, sent with every interaction. */
  locale: string;
  /** Where they are unless another channel is named. */
  home: Channel;
  private readonly core: Core;

  constructor(core: Core, user: User, home: Channel, locale: string) {
    this.core = core;
    this.user = user;
    this.home = home;
    this.locale = locale;
  }

  get id(): string {
    return this.user.id;
  }

  get mention(): string {
    return `<@${this.user.id}>`;
  }

  /** Runs a slash command: `slash('config set', { setting: 'language' })`. */
  async slash(typed: string, values: OptionValues = {}, place: Place = {}): Promise<Interaction> {
    const channel = place.channel ?? this.home;
    const { name, path } = splitCommandName(typed);
    const command = this.command(name, channel, ApplicationCommandType.ChatInput);
    const ids = Object.values(values).filter((value) => typeof value === 'string');
    const interaction = this.core.interactions.create({
      kind: 'command',
      name: [name, ...path].join(' '),
      user: this.user,
      channel,
      source: null,
    });
    const options = typeOptions(command, path, values);
    this.send(interaction, place, {
      ...commandData(command),
      options,
      resolved: resolveIds(this.core.world, channel, ids),
    });
    return settle(this.core, interaction, place);
  }

  /** Types into an option that completes itself, and gives the choices that the bot offers. */
  async autocomplete(
    typed: string,
    option: string,
    value: OptionValue,
    place: Place & { others?: OptionValues } = {},
  ): Promise<readonly Choice[]> {
    const channel = place.channel ?? this.home;
    const { name, path } = splitCommandName(typed);
    const command = this.command(name, channel, ApplicationCommandType.ChatInput);
    const interaction = this.core.interactions.create({
      kind: 'autocomplete',
      name,
      user: this.user,
      channel,
      source: null,
    });
    const options = typeOptions(command, path, { ...place.others, [option]: value }, option);
    this.send(interaction, place, { ...commandData(command), options });
    return (await settle(this.core, interaction, place)).choices;
  }

  /** Uses a command of a message's menu. */
  async contextMenu(name: string, message: Message, place: Place = {}): Promise<Interaction> {
    const command = this.command(name, message.channel, ApplicationCommandType.Message);
    const interaction = this.core.interactions.create({
      kind: 'command',
      name,
      user: this.user,
      channel: message.channel,
      source: null,
    });
    this.send(interaction, place, {
      ...commandData(command),
      target_id: message.id,
      resolved: { messages: { [message.id]: messagePayload(this.core.world, message, () => true) } },
    });
    return settle(this.core, interaction, place);
  }

  /** Taps a button, found by its custom id or its label. */
  async tap(message: Message, button: string, place: Place = {}): Promise<Interaction> {
    const found = message.buttons.find(
      (candidate) => candidate.custom_id === button || candidate.label === button,
    );
    if (found === undefined)
      throw new Error(`there is no button ${button} on: ${message.text.slice(0, 200)}`);
    if (found.disabled) throw new Error(`the button ${button} is off`);
    if (found.style === ButtonStyle.Link) throw new Error(`the button ${button} is a link to ${found.url}`);
    return this.useComponent(
      message,
      { custom_id: found.custom_id, component_type: found.type, id: found.id },
      place,
    );
  }

  /** Sends a component's custom id that is not on the message: an old button, or a forged one. */
  forge(message: Message, customId: string, place: Place = {}): Promise<Interaction> {
    return this.useComponent(
      message,
      { custom_id: customId, component_type: ComponentType.Button, id: 1 },
      place,
    );
  }

  /** Chooses from a select menu, named by its custom id; the only one of the message unless given. */
  choose(
    message: Message,
    values: readonly string[],
    place: Place & { select?: string } = {},
  ): Promise<Interaction> {
    const select = message.selects.find(
      (candidate) => place.select === undefined || candidate.custom_id === place.select,
    );
    if (select === undefined) throw new Error(`there is no select menu ${place.select ?? ''}`);
    checkChosen(select, values);
    return this.useComponent(
      message,
      {
        custom_id: select.custom_id,
        component_type: select.type,
        id: select.id,
        values: [...values],
        ...(select.type === ComponentType.StringSelect
          ? {}
          : { resolved: resolveIds(this.core.world, message.channel, values) }),
      },
      place,
    );
  }

  /** Fills in and sends a modal that an interaction opened; fields are named by custom id. */
  async submitModal(opened: Interaction, values: ModalValues, place: Place = {}): Promise<Interaction> {
    const modal: Modal | null = opened.modal;
    if (modal === null) throw new Error('the interaction opened no modal');
    const interaction = this.core.interactions.create({
      kind: 'modal',
      name: null,
      user: this.user,
      channel: opened.channel,
      source: opened.source,
    });
    this.send(interaction, place, modalSubmission(this.core.world, opened.channel, modal, values));
    return settle(this.core, interaction, place);
  }

  /** Posts a message. It resolves at once; `ask` waits for the bot's answer. */
  async say(text: string, saying: Saying = {}): Promise<Message> {
    const channel = saying.channel ?? saying.replyTo?.channel ?? this.home;
    this.checkSpeech(channel);
    const { world } = this.core;
    const content = saying.mention ? `<@${world.bot.id}> ${text}` : text;
    const { replyTo } = saying;
    const pinged = saying.silent ? null : (replyTo?.author ?? null);
    const pings = findPings(this.core, channel, content, null, pinged);
    return postMessage(this.core, {
      channel,
      author: this.user,
      content,
      type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
      reference: replyTo === undefined ? null : { channelId: replyTo.channel.id, messageId: replyTo.id },
      attachments: saying.attachments ?? [],
      mentions: pings.users,
      mentionRoles: pings.roles,
      mentionsEveryone: pings.everyone && this.may(channel, 1n << 17n),
      ...(saying.at === undefined ? {} : { at: saying.at }),
    });
  }

  /** Posts a message and waits for the bot's final answer to it. */
  async ask(text: string, saying: Saying & SettleOptions = {}): Promise<Message> {
    const message = await this.say(text, saying);
    return this.answerTo(message, saying);
  }

  /** The bot's final answer to a message: a reply to it, or what it said after it in the same place. */
  answerTo(message: Message, options: SettleOptions = {}): Promise<Message> {
    const answers = (candidate: Message) =>
      candidate.reference?.messageId === message.id ||
      candidate.channel === message.thread ||
      (candidate.channel === message.channel &&
        candidate.reference === null &&
        candidate.origin === null &&
        BigInt(candidate.id) > BigInt(message.id));
    return waitForFinal(this.core, answers, options);
  }

  /** Sends the bot a direct message. */
  dm(text: string, saying: Omit<Saying, 'channel'> = {}): Promise<Message> {
    return this.say(text, { ...saying, channel: this.directMessages });
  }

  /** The channel of direct messages between this person and the bot. */
  get directMessages(): Channel {
    return this.core.world.directChannel(this.user);
  }

  edit(message: Message, text: string): void {
    this.requireOwn(message);
    editMessage(this.core, message, { content: text });
  }

  delete(message: Message): void {
    const mayManage = this.may(message.channel, 1n << 13n) && message.channel.guildId !== null;
    if (!mayManage) this.requireOwn(message);
    deleteMessage(this.core, message);
  }

  /** Opens a thread, from a message or on its own; in a forum, a post with its first message. */
  async openThread(
    name: string,
    given: { from?: Message; channel?: Channel; first?: string } = {},
  ): Promise<Channel> {
    const parent = given.from?.channel ?? given.channel ?? this.home;
    const thread = openThread(this.core, {
      parent,
      name,
      owner: this.user,
      ...(given.from === undefined ? {} : { from: given.from }),
    });
    if (given.first !== undefined) await this.say(given.first, { channel: thread });
    return thread;
  }

  /** The messages of a channel as this person sees them. */
  sees(channel: Channel = this.home): Message[] {
    return channel.messages.filter((message) => message.visibleTo === null || message.visibleTo === this.id);
  }

  private async useComponent(message: Message, data: object, place: Place): Promise<Interaction> {
    if (message.deleted) throw new Error('the message is gone');
    if (message.visibleTo !== null && message.visibleTo !== this.id)
      throw new Error('they do not see this message');
    const interaction = this.core.interactions.create({
      kind: 'component',
      name: null,
      user: this.user,
      channel: message.channel,
      source: message,
    });
    this.send(interaction, place, data);
    return settle(this.core, interaction, place);
  }

  private send(interaction: Interaction, place: Place, data: object): void {
    const { world, gateway } = this.core;
    const { source } = interaction;
    const message = source === null ? null : messagePayload(world, source, () => true);
    const locale = place.locale ?? this.locale;
    gateway.dispatch({
      name: 'INTERACTION_CREATE',
      guildId: interaction.channel.guildId,
      intent: 0,
      data: () => interactionPayload(this.core, interaction, locale, data, message),
    });
  }

  private command(name: string, channel: Channel, type: ApplicationCommandType): StoredCommand {
    const command = findCommand(this.core.world, name, channel, type);
    if (command === null) throw new Error(`no command ${name} is registered`);
    const guild = this.core.world.guildOf(channel);
    const context = guild === null ? 1 : 0;
    const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
    if (!contexts.includes(context)) throw new Error(`the command ${name} is not offered here`);
    const needed = command.default_member_permissions;
    if (guild !== null && needed != null) {
      const member = guild.members.get(this.id);
      const has = member === undefined ? 0n : guildPermissions(guild, member);
      if ((has & BigInt(needed)) !== BigInt(needed))
        throw new Error(`the command ${name} is not offered to them`);
    }
    return command;
  }

  private may(channel: Channel, permission: bigint): boolean {
    const guild = this.core.world.guildOf(channel);
    const member = guild?.members.get(this.id);
    if (guild === null) return channel.recipientId === this.id;
    return member !== undefined && (channelPermissions(guild, channel, member) & permission) !== 0n;
  }

  private checkSpeech(channel: Channel): void {
    const permission = channel.thread === null ? 1n << 11n : 1n << 38n;
    if (!this.may(channel, permission))
      throw new Error(`${this.user.username} may not speak in ${channel.name}`);
  }

  private requireOwn(message: Message): void {
    if (message.author.id !== this.id) throw new Error('the message is not theirs');
  }
}

function commandData(command: StoredCommand) {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
  };
}

function checkChosen(select: Select, values: readonly string[]): void {
  if (select.disabled) throw new Error('the select menu is off');
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  if (values.length < least || values.length > most) throw new Error(`choose ${least} to ${most}`);
  if (select.type !== ComponentType.StringSelect) return;
  for (const value of values) {
    if (!select.options.some((option) => option.value === value)) throw new Error(`${value} is not offered`);
  }
}

/** Every custom id a message shows, for tests that tap all of it. */
export function customIdsOf(message: Message): string[] {
  return allComponents(message.components).flatMap((component) =>
    'custom_id' in component && typeof component.custom_id === 'string' ? [component.custom_id] : [],
  );
}
