/** What a payload is sent as: Components V2, or the same as text where a place does not take those. */
import {
  type BaseInteraction,
  type Message,
  type MessageEditOptions,
  MessageFlags,
  type MessageMentionOptions,
} from 'discord.js';
import { UpstreamError } from '../errors.ts';
import { callDiscord } from './discord-call.ts';
import { asComponents, type Payload } from './payload.ts';
import { missingForComponents } from './permissions.ts';

/** On every message: nobody is ever pinged. */
export const noMentions: MessageMentionOptions = { parse: [], repliedUser: false };

interface NewBody {
  readonly content?: string;
  readonly components: Payload['components'];
  readonly flags: readonly MessageFlags.IsComponentsV2[];
  readonly allowedMentions: MessageMentionOptions;
  readonly files?: NonNullable<Payload['files']>;
}
type EditBody = Pick<MessageEditOptions, 'content' | 'components' | 'allowedMentions'> & {
  readonly flags?: MessageFlags.IsComponentsV2;
  readonly files?: NonNullable<Payload['files']>;
};

/** Sends and edits the messages of one response. Throws `UpstreamError('discord')`. */
export interface MessageForm {
  send<Sent>(payload: Payload, call: (body: NewBody) => Promise<Sent>): Promise<Sent>;
  /** Edits the first message of the response. */
  edit<Sent>(payload: Payload, call: (body: EditBody) => Promise<Sent>): Promise<Sent>;
}

export interface FormOptions {
  /** Whether the bot may show Components V2 there, as far as is known. */
  readonly takesComponents: boolean;
  /** Whether the message to edit is of Components V2 already: then it stays so. */
  readonly isComponents?: boolean;
}

export function createMessageForm({ takesComponents, isComponents = false }: FormOptions): MessageForm {
  let asText = !takesComponents;
  let standsAsComponents = isComponents;
  const carryOut = async <Sent>(payload: Payload, call: (form: Payload) => Promise<Sent>): Promise<Sent> => {
    const text = payload.asText;
    if (text === undefined) return callDiscord(() => call(payload));
    if (asText) return callDiscord(() => call(text));
    try {
      return await callDiscord(() => call(payload));
    } catch (error) {
      if (standsAsComponents || !isRefusal(error)) throw error;
      asText = true;
      return callDiscord(() => call(text));
    }
  };
  return {
    send: (payload, call) =>
      carryOut(payload, async (form) => {
        const sent = await call(newBodyOf(form));
        standsAsComponents ||= form.asText !== undefined;
        return sent;
      }),
    edit: (payload, call) =>
      standsAsComponents
        ? callDiscord(() => call(editBodyOf(payload, true)))
        : carryOut(payload, async (form) => {
            const sent = await call(editBodyOf(form, false));
            standsAsComponents = form.asText !== undefined;
            return sent;
          }),
  };
}

/** For what answers an interaction, in place of the message that was tapped or anew. */
export function formOptionsFor(interaction: BaseInteraction, isInPlace: boolean): FormOptions {
  return {
    takesComponents: missingForComponents(interaction.appPermissions).length === 0,
    isComponents: isInPlace && isOnComponents(interaction),
  };
}

/** The body of a new message. */
function newBodyOf({ content, components, asText, files }: Payload): NewBody {
  return asText === undefined
    ? {
        ...{ content, components, flags: [], allowedMentions: noMentions },
        ...(files !== undefined && { files }),
      }
    : { components, flags: [MessageFlags.IsComponentsV2], allowedMentions: noMentions };
}

/** The body that puts a payload in place of a message. */
function editBodyOf(payload: Payload, isComponents: boolean): EditBody {
  if (isComponents || payload.asText !== undefined)
    return {
      content: null,
      components: asComponents(payload),
      flags: MessageFlags.IsComponentsV2,
      allowedMentions: noMentions,
    };
  const { content, components, files } = payload;
  return { content, components, allowedMentions: noMentions, ...(files !== undefined && { files }) };
}

/** Whether an interaction comes from a message of Components V2. */
function isOnComponents(interaction: BaseInteraction): boolean {
  return messageOf(interaction)?.flags.has(MessageFlags.IsComponentsV2) ?? false;
}

/** The message whose button, select or modal it is; null for a command. */
export function messageOf(interaction: BaseInteraction): Message | null {
  return interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null;
}

/** Discord says that what was sent is not allowed there, or not a message. */
function isRefusal(error: unknown): boolean {
  return error instanceof UpstreamError && ['permission', 'http-400'].includes(error.reason);
}
