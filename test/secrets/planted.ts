/** A thousand secrets of the shapes that a bot may come upon, in the spellings that text may have them in: the same for the same seed. */
import fc from 'fast-check';

interface Planted {
  readonly kind: string;
  /** As it stands in a text. */
  readonly text: string;
  /** What must not be found, without what stands around it: in the spelling of `text`. */
  readonly secret: string;
}

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const word = `${lower}${lower.toUpperCase()}${digits}`;
const id = of(digits.slice(1), 18);

function of(alphabet: string, minLength: number, maxLength = minLength): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const botToken = (idLength: number, signature: number) =>
  fc
    .tuple(of(digits.slice(1), idLength), of(word, 6), of(`${word}_-`, signature))
    .map(([user, time, signed]) => `${base64(user).replaceAll('=', '')}.${time}.${signed}`);
const interactionToken = fc
  .tuple(id, of(word, 120))
  .map(([interaction, rest]) => base64(`interaction:${interaction}:${rest}`));
const jwt = fc
  .tuple(of(word, 20, 60), of(`${word}_-`, 43))
  .map(([claims, signed]) =>
    `${base64('{"alg":"HS256"}')}.${base64(`{"sub":"${claims}"}`)}.${signed}`.replaceAll('=', ''),
  );

/** A secret that is known again by itself. */
const alone: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'token of a bot, old': botToken(18, 27),
  'token of a bot, new': botToken(19, 38),
  'token of an account': of(`${word}_-`, 84).map((rest) => `mfa.${rest}`),
  'token of an interaction': interactionToken,
  'key of a model': of(word, 48).map((rest) => `sk-${rest}`),
  'key of a project': of(`${word}_-`, 100, 156).map((rest) => `sk-proj-${rest}`),
  'key of another provider': of(`${word}_-`, 90).map((rest) => `sk-ant-api03-${rest}`),
  'key of Google': of(`${word}_-`, 35).map((rest) => `AIza${rest}`),
  'token of GitHub': fc
    .tuple(fc.constantFrom('ghp_', 'gho_', 'ghs_', 'github_pat_'), of(word, 36))
    .map((parts) => parts.join('')),
  'key of Amazon': of(`${lower.toUpperCase()}234567`, 16).map((rest) => `AKIA${rest}`),
  'JSON web token': jwt,
};

const inside = (
  kind: string,
  secret: fc.Arbitrary<string>,
  write: (secret: string) => string,
): fc.Arbitrary<Planted> => secret.map((value) => ({ kind, text: write(value), secret: value }));

const password = of(`${word}!$*-_.`, 8, 30);
/** As people put it into an address, though it should have been encoded. */
const rawPassword = of(`${word}@/:#`, 8, 30).filter((text) => /[@/:#]/.test(text));
const placed: readonly fc.Arbitrary<Planted>[] = [
  ...Object.entries(alone).map(([kind, secret]) => inside(kind, secret, (value) => value)),
  inside(
    'webhook',
    of(`${word}_-`, 68),
    (value) => `https://discord.com/api/webhooks/123456789012345678/${value}`,
  ),
  inside(
    'path of a webhook',
    interactionToken,
    (value) => `/webhooks/123456789012345678/${value}/messages/@original`,
  ),
  inside(
    'path of an interaction',
    of(word, 60),
    (value) => `/interactions/123456789012345678/${value}/callback`,
  ),
  inside('bearer', of(`${word}-._~+/`, 20, 60), (value) => `Authorization: Bearer ${value}`),
  inside('bearer, in small letters', of(word, 20, 60), (value) => `authorization: bearer ${value}`),
  inside(
    'basic',
    password.map((value) => base64(`somebody:${value}`)),
    (value) => `Basic ${value}`,
  ),
  inside('address', password, (value) => `https://somebody:${value}@example.org/path`),
  inside('database', password, (value) => `postgres://footnote:${value}@db.example.org:5432/footnote`),
  inside('database, not encoded', rawPassword, (value) => `postgresql://footnote:${value}@db/footnote`),
  inside('address, encoded', password.map(encodeURIComponent), (value) =>
    encodeURIComponent(`https://somebody:${decodeURIComponent(value)}@example.org/`),
  ),
  inside('field', password, (value) => `api_key=${value}`),
  inside('field in JSON', password, (value) => JSON.stringify({ password: value })),
];

const spellings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'in colours': (text) => text.replace(/^(.*)(.{4})$/s, '\u001b[31m$1\u001b[0m\u001b[1;32m$2\u001b[0m'),
  'percent-encoded': (text) => encodeURIComponent(text),
};

/** Secrets of which only the shape is known, each in a spelling, and what must not be found of each. */
export function plantSecrets(seed: number, count: number): readonly Planted[] {
  const spelled = fc.tuple(fc.oneof(...placed), fc.constantFrom(...Object.entries(spellings)));
  return fc.sample(spelled, { seed, numRuns: count }).map(([{ kind, text, secret }, [how, spell]]) => ({
    kind: `${kind}, ${how}`,
    text: how === 'in colours' ? text.replace(secret, () => spell(secret)) : spell(text),
    secret: how === 'percent-encoded' ? encodeURIComponent(secret) : secret,
  }));
}

/** A known value of the environment that looks like nothing, in all spellings that it may be met in. */
export const knownSecret = fc
  .string({ minLength: 20, maxLength: 50, unit: 'grapheme-ascii' })
  .filter((text) => !/\s/.test(text));

export function spellKnown(value: string): Readonly<Record<string, string>> {
  return {
    plain: value,
    'percent-encoded': encodeURIComponent(value),
    'percent-encoded twice': encodeURIComponent(encodeURIComponent(value)),
    'percent-encoded to the last letter': [...Buffer.from(value)]
      .map((byte) => `%${byte.toString(16)}`)
      .join(''),
    'in JSON': JSON.stringify(value).slice(1, -1),
    'in hexadecimal': Buffer.from(value).toString('hex'),
    'in base64': base64(value),
    'in base64, after one byte': base64(`:${value}`),
    'in base64, after a name': base64(`me:${value}`).slice(4),
    'in base64 of an address': Buffer.from(value).toString('base64url'),
    'in colours': `${value.slice(0, 5)}\u001b[0m${value.slice(5)}`,
  };
}

/** The kinds of those that stand in an output after all, colours or not. */
export function findPlanted(output: string, planted: readonly Planted[]): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
  const plain = output.replaceAll(/\u001b\[[\d;]*m|\\u001b\[[\d;]*m/g, '');
  return planted.filter(({ secret }) => plain.includes(secret)).map(({ kind, text }) => `${kind}: ${text}`);
}
