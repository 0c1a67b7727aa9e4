/** What a message says and offers: text and rows of components, as Discord takes them. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { toLine } from './escape-text.ts';
import { limits, shorten } from './limits.ts';

/** The body of one message. Text of others in `content` is escaped already. */
export interface Payload {
  readonly content: string;
  readonly components: readonly APIMessageTopLevelComponent[];
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

/** A message of text alone. */
export function plain(content: string): Payload {
  return { content, components: [] };
}
