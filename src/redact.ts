/** Takes secrets out of text that leaves the process: those that are known, however encoded, and what has the shape of one. */

export type Redact = (text: string) => string;

/** A value this short is no secret worth the words that it would take out of the log. */
const shortestSecret = 6;
/** Fewer characters of base64 may be anything. */
const shortestEncoded = 8;

/** Colours and other orders to a terminal, which could stand in the middle of a secret. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one.
const terminalOrders = /\u001b\[[\d;?]*[ -/]*[@-~]/g;

const secretShapes: readonly (readonly [RegExp, string])[] = [
  // A user name and password in an address: up to the last @ where there is a colon, for passwords that hold one.
  [/(:\/\/)[^\s"'<>@/]{0,100}:[^\s"'<>]{0,500}@/g, '$1[password]@'],
  [/(:\/\/)[^/\s@]+@/g, '$1[password]@'],
  // The token of an interaction or a webhook, in a path or alone.
  [/((?:interactions|webhooks)\/\d+\/)[^/\s?#"']+/g, '$1[token]'],
  [/aW50ZXJhY3Rpb246[\w=+/-]+/g, '[token]'],
  // A bot's token: id, time and signature; one of a person with a second factor; a JSON web token.
  [/[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{25,}/g, '[token]'],
  [/\bmfa\.[\w-]{20,}/g, '[token]'],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, '[token]'],
  // Keys of providers of models, of Google, GitHub, GitLab, Amazon, Slack, Stripe and Hugging Face.
  [/\b(?:sk|rk|pk)[-_][\w-]{8,}/g, '[key]'],
  [
    /\b(?:AIza[\w-]{30,}|gh[a-z]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|(?:AKIA|ASIA)[A-Z\d]{12,})/g,
    '[key]',
  ],
  [/\b(?:xox[a-z]-[\w-]{10,}|hf_\w{16,}|gsk_\w{16,}|xai-[\w-]{16,})/g, '[key]'],
  // What follows the name of a header or of a field.
  [/\b(Bearer|Basic|Bot)\s+[\w.~+/=-]{8,}/gi, '$1 [token]'],
  [
    /(?<![a-z])(api[-_]?key|password|passwd|secret|token)(["']?\s*[:=]\s*["']?)[^\s"'&,;{}[\]]{8,}/gi,
    '$1$2[secret]',
  ],
];

/** Makes the function for the given values; it takes out what is shaped like a secret in any case. */
export function createRedactor(secrets: readonly string[]): Redact {
  const known = [...new Set(secrets)]
    .filter((value) => value.length >= shortestSecret)
    .sort((one, other) => other.length - one.length)
    .flatMap(spellings);
  const values = known.length === 0 ? null : new RegExp(known.join('|'), 'gi');
  const redact: Redact = (text) => {
    const plain = text.replace(terminalOrders, '');
    const withoutValues = values === null ? plain : plain.replace(values, '[secret]');
    const redacted = secretShapes.reduce(
      (rest, [shape, instead]) => rest.replace(shape, instead),
      withoutValues,
    );
    return redacted.includes('%') ? redacted.replace(/\S+/g, redactDecoded) : redacted;
  };
  const redactDecoded: Redact = (piece) => {
    const decoded = decode(piece);
    const rest = decoded === piece ? piece : redact(decoded);
    return rest === decoded ? piece : rest;
  };
  return redact;
}

/** What cannot be decoded stays as it is, so that one wrong sign hides nothing. */
function decode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  );
}

/** Patterns for one value: as it is or escaped for JSON, in hexadecimal, and inside base64. */
function spellings(value: string): string[] {
  const bytes = Buffer.from(value);
  const inBase64 = [0, 1, 2].map((before) => {
    // What stands before the value moves it by so many bits; the characters that it shares with others are left out.
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  return [value, bytes.toString('hex'), ...inBase64.filter(({ length }) => length >= shortestEncoded)].map(
    (spelling) => [...spelling].map(patternOf).join(''),
  );
}

/** One character, escaped or not; `+` and `/` are `-` and `_` in the base64 of addresses. */
function patternOf(character: string): string {
  if (character === '+') return '[+-]';
  if (character === '/') return '\\\\*[/_]';
  if (character === '"') return '\\\\*"';
  if (character === '\\') return '\\\\+';
  return character.replace(/[^\w\s]/, '\\$&');
}
