import { ComponentType } from 'discord-api-types/v10';
import type { FieldError } from '../discord-error.ts';
import type { AnyComponent, Button, Select } from './component-schema.ts';
import { codePoints } from './fields.ts';

export interface Placed {
  readonly component: AnyComponent;
  readonly path: readonly (string | number)[];
}

/** Every component below and with the given ones, in reading order, with the place of each. */
function placeComponents(
  components: readonly AnyComponent[],
  path: readonly (string | number)[] = ['components'],
): Placed[] {
  return components.flatMap((component, index) => placeComponent(component, [...path, index]));
}

function placeComponent(component: AnyComponent, path: readonly (string | number)[]): Placed[] {
  const here: Placed = { component, path };
  switch (component.type) {
    case ComponentType.ActionRow:
    case ComponentType.Container:
      return [here, ...placeComponents(component.components, [...path, 'components'])];
    case ComponentType.Section:
      return [
        here,
        ...placeComponents(component.components, [...path, 'components']),
        ...placeComponent(component.accessory, [...path, 'accessory']),
      ];
    case ComponentType.Label:
      return [here, ...placeComponent(component.component, [...path, 'component'])];
    default:
      return [here];
  }
}

export function allComponents(components: readonly AnyComponent[]): AnyComponent[] {
  return placeComponents(components).map((placed) => placed.component);
}

export function isButton(component: AnyComponent): component is Button {
  return component.type === ComponentType.Button;
}

export function isSelect(component: AnyComponent): component is Select {
  switch (component.type) {
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return true;
    default:
      return false;
  }
}

/** The words of a component that count against the 4,000 of a Components V2 message. */
function displayedLength(component: AnyComponent): number {
  return component.type === ComponentType.TextDisplay ? codePoints(component.content) : 0;
}

/** A custom id used twice, as Discord refuses it. */
export function findDuplicateCustomIds(components: readonly AnyComponent[]): FieldError[] {
  const seen = new Set<string>();
  return placeComponents(components).flatMap(({ component, path }) => {
    const customId = 'custom_id' in component ? component.custom_id : undefined;
    if (typeof customId !== 'string') return [];
    if (!seen.has(customId)) {
      seen.add(customId);
      return [];
    }
    return [
      {
        path: [...path, 'custom_id'],
        code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: 'Component custom id cannot be duplicated',
      },
    ];
  });
}

/** The limits on the whole tree of a Components V2 message: 40 components, 4,000 characters. */
export function findOversize(components: readonly AnyComponent[]): FieldError[] {
  const every = allComponents(components);
  const errors: FieldError[] = [];
  if (every.length > 40) {
    errors.push({
      path: ['components'],
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: 'The maximum number of total components in a message is 40',
    });
  }
  if (every.reduce((sum, component) => sum + displayedLength(component), 0) > 4000) {
    errors.push({
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: 'Components displayable text size exceeds maximum size of 4000',
    });
  }
  return errors;
}

/** Gives each component the numeric id that Discord gives to those that came without one. */
export function numberComponents(components: readonly AnyComponent[]): void {
  const every = allComponents(components);
  const taken = new Set(every.flatMap((component) => (component.id ? [component.id] : [])));
  let next = 1;
  for (const component of every) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    taken.add(next);
  }
}
