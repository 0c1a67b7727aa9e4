// The building blocks of Discord's forms: zod schemas whose issues carry Discord's own codes and words.
import { z } from 'zod';
import { type FieldError, invalidForm } from '../discord-error.ts';

/** Discord counts code points, not UTF-16 units. */
export function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/** A string of `minimum` to `maximum` code points. */
export function text(minimum: number, maximum: number) {
  return z.string().superRefine((value, context) => {
    const length = codePoints(value);
    if (length < minimum || length > maximum) context.addIssue(lengthIssue(minimum, maximum));
  });
}

/** A list of `minimum` to `maximum` items. */
export function list<Item extends z.ZodType>(item: Item, minimum: number, maximum: number) {
  return z.array(item).superRefine((items, context) => {
    if (items.length < minimum || items.length > maximum) context.addIssue(lengthIssue(minimum, maximum));
  });
}

export const snowflake = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((id) => /^\d{1,20}$/.test(id), issue('NUMBER_TYPE_COERCE', 'Value is not snowflake.'));

/** A custom issue in Discord's words. */
export function issue(code: string, message: string) {
  return { error: message, params: { code } };
}

/** Reads a form, or refuses it with 50035 naming each field below `prefix`. */
export function readForm<Output>(
  schema: z.ZodType<Output>,
  body: unknown,
  prefix: readonly string[] = [],
): Output {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw invalidForm(result.error.issues.map((found) => toFieldError(found, prefix)));
}

function lengthIssue(minimum: number, maximum: number) {
  return minimum === 0
    ? {
        code: 'custom' as const,
        message: `Must be ${maximum} or fewer in length.`,
        params: { code: 'BASE_TYPE_MAX_LENGTH' },
      }
    : {
        code: 'custom' as const,
        message: `Must be between ${minimum} and ${maximum} in length.`,
        params: { code: 'BASE_TYPE_BAD_LENGTH' },
      };
}

function toFieldError(found: z.core.$ZodIssue, prefix: readonly string[]): FieldError {
  const path = [...prefix, ...found.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (found.code === 'custom') {
    const code: unknown = found.params?.code;
    return {
      path,
      code: typeof code === 'string' ? code : 'BASE_TYPE_INVALID',
      message: found.message,
    };
  }
  if (found.code === 'invalid_union') {
    return {
      path: [...path, 'type'],
      code: 'UNION_TYPE_CHOICES',
      message: 'Value of field "type" is not among the choices.',
    };
  }
  if (found.code === 'invalid_type' && found.input === undefined && found.message.includes('undefined')) {
    return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  if (found.code === 'too_big')
    return { path, code: 'NUMBER_TYPE_MAX', message: `Value must be at most ${found.maximum}.` };
  if (found.code === 'too_small')
    return { path, code: 'NUMBER_TYPE_MIN', message: `Value must be at least ${found.minimum}.` };
  return { path, code: 'BASE_TYPE_INVALID', message: found.message };
}
