import { ComponentType } from 'discord.js';
import { z } from 'zod';
import type { Payload } from '../../src/discord/payload.ts';

const text = z.object({ type: z.literal(ComponentType.TextDisplay), content: z.string() });
const button = z.object({ type: z.literal(ComponentType.Button), custom_id: z.string(), label: z.string() });

/** Every component of a payload, with those inside others. */
function allOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(allOf);
  if (typeof value !== 'object' || value === null) return [];
  return [...('type' in value ? [value] : []), ...Object.values(value).flatMap(allOf)];
}

/** All that a payload says, in the order in which it is read. */
export function textOf({ content, components }: Payload): string {
  const texts = allOf(components).flatMap((one) => text.safeParse(one).data?.content ?? []);
  return [content, ...texts].filter((each) => each !== '').join('\n');
}

export function buttonsOf({ components }: Payload) {
  return allOf(components).flatMap((one) => button.safeParse(one).data ?? []);
}
