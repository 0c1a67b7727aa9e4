/** The types of the words for readers, derived from the English ones: a missing key or placeholder is a type error. */
import type { enUS } from './en-us.ts';

type English = typeof enUS;
type Singular = Extract<keyof English, `${string}_one`>;

type Base<Full extends string> = Full extends `${infer Stem}_one` ? Stem : never;

/**
 * One locale's words. A singular form may be left out by languages that have none, and languages with a form for
 * millions (French, Spanish, Portuguese) add that.
 */
export type Messages = { readonly [Key in Exclude<keyof English, Singular>]: string } & {
  readonly [Key in Singular | `${Base<Singular>}_many`]?: string;
};

/** What can be said: plural forms share one key, without their suffix, and take a `count`. */
export type MessageKey = Key<keyof English>;
type Key<Full extends string> = Full extends `${infer Base}_${'one' | 'other'}` ? Base : Full;

type EnglishOf<K extends MessageKey> = K extends keyof English
  ? English[K]
  : `${K}_other` extends keyof English
    ? English[`${K}_other`]
    : never;
type Placeholder<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The values that a sentence needs, by the names of its placeholders. */
export type MessageValues<K extends MessageKey> =
  Placeholder<EnglishOf<K>> extends never
    ? []
    : [values: Readonly<Record<Placeholder<EnglishOf<K>>, string | number>>];
