// What a Discord client lets a person do with the components of a message.
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Select } from '../forms/component-schema.ts';
import type { Message } from '../world/message.ts';

/** A button that can be tapped, by its custom id or its label. */
export function findButton(message: Message, name: string) {
  const found = message.buttons.find(({ custom_id, label }) => custom_id === name || label === name);
  if (found === undefined) throw new Error(`there is no button ${name} on: ${message.text.slice(0, 200)}`);
  if (found.disabled) throw new Error(`the button ${name} is off`);
  if (found.style === ButtonStyle.Link) throw new Error(`the button ${name} is a link to ${found.url}`);
  return found;
}

/** A select menu by its custom id, or the first one. */
export function findSelect(message: Message, customId: string | undefined): Select {
  const found = message.selects.find(({ custom_id }) => customId === undefined || custom_id === customId);
  if (found === undefined) throw new Error(`there is no select menu ${customId ?? ''}`);
  return found;
}

export function checkChosen(select: Select, values: readonly string[]): void {
  if (select.disabled) throw new Error('the select menu is off');
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  if (values.length < least || values.length > most) throw new Error(`choose ${least} to ${most}`);
  if (select.type !== ComponentType.StringSelect) return;
  for (const value of values) {
    if (!select.options.some((option) => option.value === value)) throw new Error(`${value} is not offered`);
  }
}
