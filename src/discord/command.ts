/** What a command is, and what it is given. `commands/index.ts` lists the commands; the router runs and registers that list. */
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { KnownSettings } from '../guilds/guild-settings.ts';
import type { Translate } from '../locales/translator.ts';
import type { ComponentHandler, Tap } from './component-handler.ts';
import type { Responder } from './responder.ts';
import type { Services } from './services.ts';

/** What a handler works with, besides the interaction itself. */
export interface Context {
  readonly services: Services;
  /** Words in the member's Discord language. */
  readonly translate: Translate;
}

/** A context with the one way to answer. The interaction has been deferred. */
export interface ReplyContext extends Context {
  readonly reply: Responder;
  /** Why the response is private though it was not asked to be, as a line to show with it; else null. */
  readonly notice: string | null;
}

/** One offered completion; both parts within 100 code points. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** One slash command. */
export interface Command {
  /** The definition as it is registered, with names and descriptions in every locale. */
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /**
   * Whether only the member sees the response. Called before anything else, so it must not wait: `known` is what is
   * cached. The router makes a response private besides where settings are unknown or the bot may not speak.
   */
  isEphemeral(interaction: ChatInputCommandInteraction, known: KnownSettings): boolean;
  execute(interaction: ChatInputCommandInteraction, context: ReplyContext): Promise<void>;
  /** Completes what is being typed, in well under a second; at most 25 choices are shown. */
  complete?(interaction: AutocompleteInteraction, context: Context): Promise<readonly Choice[]>;
  /** The buttons, selects and modals that the command's messages have. */
  readonly components?: readonly ComponentHandler[];
}

/** One command of a message's menu. */
export interface MessageCommand {
  /** The definition as it is registered, with its name in every locale. */
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** What it does with the message, told without waiting: a modal must be the first response. */
  open(interaction: MessageContextMenuCommandInteraction): Tap;
  readonly components?: readonly ComponentHandler[];
}

/** Whatever can be registered. */
export type AnyCommand = Command | MessageCommand;

export function isMessageCommand(command: AnyCommand): command is MessageCommand {
  return 'open' in command;
}
