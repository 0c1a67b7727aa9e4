/** Custom ids of buttons, selects and modals: a name and a few ids, nothing else, within Discord's 100 characters. */
import { limits } from './limits.ts';

/** Writes and reads the custom ids of one kind of component. `decode(encode(values))` is `values`. */
export interface ComponentId<Values> {
  /** The first part of every id of this kind; unique in the bot. */
  readonly name: string;
  /** Throws when the id would not fit: ids hold ids, never text. */
  encode(values: Values): string;
  /** None on anything that is not exactly one of these ids, such as a forged one or one of an older version. */
  decode(customId: string): Values | null;
}

interface Codec<Values> {
  readonly name: string;
  toParts(values: Values): readonly (string | number)[];
  fromParts(parts: readonly string[]): Values | null;
}

const separator = ':';

export function defineComponentId<Values>({ name, toParts, fromParts }: Codec<Values>): ComponentId<Values> {
  const encode = (values: Values): string => {
    const parts = [name, ...toParts(values).map(String)];
    const customId = parts.join(separator);
    if (parts.some((part) => part.includes(separator)) || customId.length > limits.customId)
      throw new RangeError(`a custom id of ${name} does not fit`);
    return customId;
  };
  const decode = (customId: string): Values | null => {
    const [first, ...parts] = customId.split(separator);
    const values = first === name ? fromParts(parts) : null;
    // Only what would be written so is read, so that no two ids mean the same.
    return values !== null && encode(values) === customId ? values : null;
  };
  return { name, encode, decode };
}

/** An id that holds nothing but its name. */
export function defineBareId(name: string): ComponentId<Record<never, never>> {
  return defineComponentId({
    name,
    toParts: () => [],
    fromParts: (parts) => (parts.length === 0 ? {} : null),
  });
}

/** The name of the component that a custom id is of, known or not. */
export function nameOfComponentId(customId: string): string {
  return customId.split(separator, 1)[0] ?? '';
}

/** Reads a whole number that is not negative; null on anything else. */
export function toWholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
