import {
  ApplicationCommandType,
  ComponentType,
  MessageType,
  type PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import type { Choice, Interaction } from '../interactions/interaction.ts';
import { deleteMessage, editMessage, findPings, postMessage } from '../messages.ts';
import type { StoredCommand } from '../rest/command-schema.ts';
import { openThread } from '../threads.ts';
import type { Channel, User } from '../world/entities.ts';
import type { Attachment, Message } from '../world/message.ts';
import { messagePayload } from '../world/message-payload.ts';
import { type Act, act } from './act.ts';
import {
  commandData,
  findCommand,
  type OptionValue,
  type OptionValues,
  resolveIds,
  splitCommandName,
  typeOptions,
} from './command-input.ts';
import { checkChosen, findButton, findSelect } from './component-input.ts';
import { forgedSubmission, type ModalValues, modalSubmission } from './modal-input.ts';
import { mayIn, requireOffered } from './rights.ts';
import { type SettleOptions, waitForFinal } from './waiting.ts';

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
    const { command, path, channel } = this.find(typed, place);
    const ids = Object.values(values).filter((value) => typeof value === 'string');
    const data = {
      ...commandData(command),
      options: typeOptions(command, path, values),
      resolved: resolveIds(this.core.world, channel, ids),
    };
    const name = [command.name, ...path].join(' ');
    return this.act({ kind: 'command', name, channel, source: null, data }, place);
  }

  /** Picks a file for an option of a command, which is then given its id. */
  upload(name: string, text: string): string {
    const bytes = Buffer.from(text);
    const file = { name, description: null, contentType: 'application/json', bytes };
    return this.core.world.addFile(file).id;
  }

  /** Types into an option that completes itself, and gives the choices that the bot offers. */
  async autocomplete(
    typed: string,
    option: string,
    value: OptionValue,
    place: Place & { others?: OptionValues } = {},
  ): Promise<readonly Choice[]> {
    return (await this.typeInto(typed, option, value, place)).choices;
  }

  /** The same, and gives the interaction. */
  async typeInto(
    typed: string,
    option: string,
    value: OptionValue,
    place: Place & { others?: OptionValues } = {},
  ): Promise<Interaction> {
    const { command, path, channel } = this.find(typed, place);
    const options = typeOptions(command, path, { ...place.others, [option]: value }, option);
    const data = { ...commandData(command), options };
    return this.act({ kind: 'autocomplete', name: command.name, channel, source: null, data }, place);
  }

  /** Uses a command of a message's menu. */
  async contextMenu(name: string, message: Message, place: Place = {}): Promise<Interaction> {
    const { channel } = message;
    const command = this.offered(name, channel, ApplicationCommandType.Message);
    const data = {
      ...commandData(command),
      target_id: message.id,
      resolved: { messages: { [message.id]: messagePayload(this.core.world, message, () => true) } },
    };
    return this.act({ kind: 'command', name, channel, source: null, data }, place);
  }

  /** Taps a button, found by its custom id or its label. */
  async tap(message: Message, button: string, place: Place = {}): Promise<Interaction> {
    const found = findButton(message, button);
    const data = { custom_id: found.custom_id, component_type: found.type, id: found.id };
    return this.use(message, data, place);
  }

  /** Sends a custom id that is not on the message: an old one, or a forged one. Given a type, of a select; given fields, of a modal. */
  async forge(
    message: Message,
    customId: string,
    place: Place & { type?: ComponentType; values?: readonly string[]; filledIn?: ModalValues } = {},
  ): Promise<Interaction> {
    const { type = ComponentType.Button, values, filledIn } = place;
    if (filledIn !== undefined) {
      const data = forgedSubmission(customId, filledIn);
      return this.act({ kind: 'modal', name: null, channel: message.channel, source: message, data }, place);
    }
    const chosen = values === undefined ? {} : { values: [...values], resolved: {} };
    return this.use(message, { custom_id: customId, component_type: type, id: 1, ...chosen }, place);
  }

  /** Chooses from a select menu, named by its custom id; the only one of the message unless given. */
  async choose(
    message: Message,
    values: readonly string[],
    place: Place & { select?: string } = {},
  ): Promise<Interaction> {
    const select = findSelect(message, place.select);
    checkChosen(select, values);
    const resolved =
      select.type === ComponentType.StringSelect
        ? {}
        : { resolved: resolveIds(this.core.world, message.channel, values) };
    const { custom_id, type, id } = select;
    return this.use(
      message,
      { custom_id, component_type: type, id, values: [...values], ...resolved },
      place,
    );
  }

  /** Fills in and sends a modal that an interaction opened; fields are named by custom id. */
  async submitModal(opened: Interaction, values: ModalValues, place: Place = {}): Promise<Interaction> {
    const { modal, channel, source } = opened;
    if (modal === null) throw new Error('the interaction opened no modal');
    const data = modalSubmission(this.core.world, channel, modal, values);
    return this.act({ kind: 'modal', name: null, channel, source, data }, place);
  }

  /** Posts a message. It resolves at once; `ask` waits for the bot's answer. */
  async say(text: string, saying: Saying = {}): Promise<Message> {
    const channel = saying.channel ?? saying.replyTo?.channel ?? this.home;
    const speak = channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads';
    if (!this.may(channel, speak)) throw new Error(`${this.user.username} may not speak in ${channel.name}`);
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
      mentionsEveryone: pings.everyone && this.may(channel, 'MentionEveryone'),
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
    const mayManage = this.may(message.channel, 'ManageMessages') && message.channel.guildId !== null;
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

  private async use(message: Message, data: object, place: Place): Promise<Interaction> {
    if (message.deleted) throw new Error('the message is gone');
    if (message.visibleTo !== null && message.visibleTo !== this.id) {
      throw new Error(`${this.user.username} does not see this message`);
    }
    const { channel } = message;
    return this.act({ kind: 'component', name: null, channel, source: message, data }, place);
  }

  private act(done: Omit<Act, 'user' | 'locale'>, place: Place): Promise<Interaction> {
    const locale = place.locale ?? this.locale;
    return act(this.core, { ...done, user: this.user, locale }, place);
  }

  private find(typed: string, place: Place) {
    const channel = place.channel ?? this.home;
    const { name, path } = splitCommandName(typed);
    return { command: this.offered(name, channel, ApplicationCommandType.ChatInput), path, channel };
  }

  private offered(name: string, channel: Channel, type: ApplicationCommandType): StoredCommand {
    const { world } = this.core;
    const command = findCommand(world, name, channel, type);
    if (command === null) throw new Error(`no command ${name} is registered`);
    requireOffered(world, this.user, channel, command);
    return command;
  }

  private may(channel: Channel, permission: keyof typeof PermissionFlagsBits): boolean {
    return mayIn(this.core.world, this.user, channel, permission);
  }

  private requireOwn(message: Message): void {
    if (message.author.id !== this.id) throw new Error('the message is not theirs');
  }
}
