/** What a message says and offers: text and rows of components, as Discord takes them. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import { toLine } from './escape-text.ts';
import { limits, shorten } from './limits.ts';

/** The body of one message: text with rows of components, or Components V2. Text of others in it is escaped already. */
export interface Payload {
  /** Empty where the components say everything. */
  readonly content: string;
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Of Components V2: the same content as text, for where those cannot be shown. */
  readonly asText?: Payload;
  readonly files?: readonly AttachedFile[];
}

/** A file to download. */
interface AttachedFile {
  readonly name: string;
  readonly attachment: Buffer;
  /** What a picture shows, for who cannot see it. */
  readonly description?: string;
}

export interface ButtonParts {
  readonly customId: string;
  readonly label: string;
  readonly style?: 'primary' | 'secondary' | 'danger';
  readonly disabled?: boolean;
}

const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

export function button({
  customId,
  label,
  style = 'secondary',
  disabled = false,
}: ButtonParts): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    custom_id: customId,
    label: shorten(toLine(label), limits.buttonLabel),
    style: styles[style],
    disabled,
  };
}

/** Rows of at most five buttons. */
export function rowsOf(
  buttons: readonly APIButtonComponentWithCustomId[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const rows: APIActionRowComponent<APIComponentInMessageActionRow>[] = [];
  for (let start = 0; start < buttons.length; start += limits.buttonsOfRow)
    rows.push({
      type: ComponentType.ActionRow,
      components: buttons.slice(start, start + limits.buttonsOfRow),
    });
  return rows;
}

/** A text among Components V2. */
export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** A text with a button beside it. */
export function section(content: string, accessory: APIButtonComponentWithCustomId): APISectionComponent {
  return { type: ComponentType.Section, components: [textDisplay(content)], accessory };
}

/** A thin line between texts. */
export const divider: APIComponentInContainer = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
};

interface Contained {
  /** A bar at the side; what it says is said in words as well. */
  readonly colour: number;
  readonly inside: readonly APIComponentInContainer[];
  readonly below: Payload['components'];
  readonly asText: Payload;
}

/** A message of Components V2 in a container, with rows below it. */
export function inContainer({ colour, inside, below, asText }: Contained): Payload {
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: colour,
    components: [...inside],
  };
  return { content: '', components: [container, ...below], asText };
}

/** The same message as Components V2, for a message that has become one already: there is no way back. */
export function asComponents({ content, components, asText }: Payload): Payload['components'] {
  return asText !== undefined || content === '' ? components : [textDisplay(content), ...components];
}

/** A message of text alone. */
export function plain(content: string): Payload {
  return { content, components: [] };
}
