import { ComponentType } from 'discord-api-types/v10';
import type { AnyComponent, ModalComponent } from '../forms/component-schema.ts';
import { codePoints } from '../forms/fields.ts';
import type { Modal } from '../interactions/interaction.ts';
import type { Channel } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { resolveIds } from './command-input.ts';

/** What is filled in, by custom id: a text, or the values chosen. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

/** The data of a modal's submission. A value that Discord's client would not let through throws. */
export function modalSubmission(world: World, channel: Channel, modal: Modal, values: ModalValues): object {
  const known = new Set(modalFields(modal).map((field) => field.customId));
  for (const name of Object.keys(values)) {
    if (!known.has(name)) throw new Error(`the modal has no field ${name}`);
  }
  const ids = Object.values(values).flat();
  return {
    custom_id: modal.customId,
    components: modal.components.map((component) => submitted(component, values)),
    resolved: resolveIds(world, channel, ids),
  };
}

/** The data of the submission of a modal that was never opened: texts, and choices for lists. */
export function forgedSubmission(customId: string, values: ModalValues): object {
  const components = Object.entries(values).map(([name, given], index) => ({
    type: ComponentType.Label,
    id: 2 * index + 1,
    component: {
      ...(typeof given === 'string'
        ? { type: ComponentType.TextInput, value: given }
        : { type: ComponentType.StringSelect, values: given }),
      id: 2 * index + 2,
      custom_id: name,
    },
  }));
  return { custom_id: customId, components, resolved: {} };
}

/** A field of a modal as a person sees it. */
export interface ModalField {
  readonly customId: string;
  readonly label: string;
}

/** The fields of a modal, from top to bottom. */
export function modalFields(modal: Modal): ModalField[] {
  return modal.components.flatMap((component) =>
    fieldsOf(component).map((field) => ({
      customId: field.custom_id,
      label:
        component.type === ComponentType.Label
          ? component.label
          : (('label' in field ? field.label : null) ?? field.custom_id),
    })),
  );
}

type Field = Extract<AnyComponent, { custom_id: string }>;

function fieldsOf(component: ModalComponent): Field[] {
  switch (component.type) {
    case ComponentType.Label:
      return [component.component];
    case ComponentType.ActionRow:
      return component.components.flatMap((child) => (child.type === ComponentType.Button ? [] : [child]));
    default:
      return [];
  }
}

function submitted(component: ModalComponent, values: ModalValues): object {
  const { type, id } = component;
  switch (component.type) {
    case ComponentType.Label:
      return { type, id, component: filled(component.component, values) };
    case ComponentType.ActionRow:
      return { type, id, components: fieldsOf(component).map((field) => filled(field, values)) };
    default:
      return { type, id };
  }
}

function filled(field: Field, values: ModalValues): object {
  const given = values[field.custom_id];
  const { type, id, custom_id } = field;
  if (field.type !== ComponentType.TextInput) {
    const chosen = typeof given === 'string' ? [given] : [...(given ?? [])];
    if (field.type === ComponentType.RadioGroup) return { type, id, custom_id, value: chosen[0] ?? null };
    if (field.type === ComponentType.Checkbox) return { type, id, custom_id, value: chosen[0] === 'true' };
    return { type, id, custom_id, values: chosen };
  }
  const value = typeof given === 'string' ? given : (field.value ?? '');
  const length = codePoints(value);
  if (length === 0 && field.required !== false) throw new Error(`${custom_id} is needed`);
  if (length > 0 && length < (field.min_length ?? 0)) throw new Error(`${custom_id} is too short`);
  if (length > (field.max_length ?? 4000)) throw new Error(`${custom_id} is too long`);
  return { type, id, custom_id, value };
}
