import { z } from 'zod';
import { codePoints, list, text } from './fields.ts';

export const embed = z.object({
  title: text(0, 256).nullish(),
  type: z.string().nullish(),
  description: text(0, 4096).nullish(),
  url: text(0, 2048).nullish(),
  timestamp: z.string().nullish(),
  color: z.number().int().min(0).max(0xffffff).nullish(),
  footer: z.object({ text: text(1, 2048), icon_url: z.string().nullish() }).nullish(),
  image: z.object({ url: z.string() }).nullish(),
  thumbnail: z.object({ url: z.string() }).nullish(),
  author: z
    .object({ name: text(1, 256), url: z.string().nullish(), icon_url: z.string().nullish() })
    .nullish(),
  fields: list(
    z.object({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().nullish() }),
    0,
    25,
  ).nullish(),
});

export type Embed = z.infer<typeof embed>;

/** Title, description, fields, footer and author together: 6,000 for all embeds of a message. */
export function embedLength(value: Embed): number {
  const fields = (value.fields ?? []).flatMap((field) => [field.name, field.value]);
  const texts = [value.title, value.description, value.footer?.text, value.author?.name, ...fields];
  return texts.reduce((sum, part) => sum + codePoints(part ?? ''), 0);
}

/** An embed with nothing to show is no content. */
export function isEmptyEmbed(value: Embed): boolean {
  return embedLength(value) === 0 && !value.image && !value.thumbnail;
}
