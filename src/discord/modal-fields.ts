/** What was filled into a modal. One without the field, or with another kind of field, is forged or of another version. */
import { ComponentType, type ModalSubmitInteraction } from 'discord.js';
import { UserError } from '../errors.ts';

/** What was written in a field. */
export function readText({ fields }: Pick<ModalSubmitInteraction, 'fields'>, name: string): string {
  const field = fields.fields.get(name);
  if (field?.type !== ComponentType.TextInput) throw new UserError('expired', 'a modal without its text');
  return field.value;
}

/** What was chosen in a field. */
export function readChoices(
  { fields }: Pick<ModalSubmitInteraction, 'fields'>,
  name: string,
): readonly string[] {
  const field = fields.fields.get(name);
  if (field?.type !== ComponentType.StringSelect)
    throw new UserError('expired', 'a modal without its choice');
  return field.values;
}
