/** Reads what the bot would send as Discord reads it, and says what of it would do more than be read. */
import { plannerInstructions } from '../../src/knowledge/answering/planner-prompt.ts';
import { canary, systemPrompt } from '../../src/knowledge/answering/prompt.ts';

/** A message or a part of one, of any kind that Discord takes. */
interface Sent {
  readonly content?: string | null | undefined;
  readonly components?: readonly unknown[] | undefined;
}

/** What Discord makes something of, in a text in which nothing stands behind a backslash. */
const active: readonly (readonly [string, RegExp])[] = [
  ['pings', /@(?:everyone|here)|<@[!&]?\d+>/u],
  ['links to a channel', /<#\d+>|<id:\w+>|<\/[^<>]+:\d+>/u],
  ['shows an emoji or a time', /<a?:\w+:\d+>|<t:-?\d+/u],
  ['links', /(?:https?|ftp|steam|discord|mailto|tel|sms):(?=[^\s\u200b])/iu],
  ['masks a link', /\[[^\]]*\]\([^)]*\)/u],
  ['invites', /(?:discord(?:app)?\.(?:gg|com|me|io|li|new|gift)|dsc\.gg|invite\.gg)/iu],
  ['hides a text', /\|\|/u],
];
/** The bot's own break, which keeps Discord from seeing a mention or a link. */
const breaks = /(?<=@|:|discord(?:app)?\.|dsc\.|invite\.)\u200b/giu;
const emojiJoiner =
  /(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)\u200d(?=\p{Extended_Pictographic})/gu;
const emojiStyle = /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}0-9#*])[\ufe0e\ufe0f]/gu;
const hidden =
  /\p{Default_Ignorable_Code_Point}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u2800]|\p{Noncharacter_Code_Point}|\p{Cs}|(?!\n)\p{Cc}|\p{M}{4}/u;

/** Everything harmful in a message; `ownUrl` is the one link that may stand in it. */
export function findHarm(sent: Sent, ownUrl: string | null = null): string[] {
  const content = sent.content ?? '';
  const { components = [] } = sent;
  return [
    ...harmOfText(content, ownUrl),
    ...(lengthOf(content) > 2000 ? ['is longer than a message'] : []),
    ...(components.length > 6 ? ['has more than a container and five rows'] : []),
    ...components.flatMap((component) => harmOfComponent(component, ownUrl)),
  ];
}

/** Everything harmful in a text that Discord formats. */
function harmOfText(text: string, ownUrl: string | null): string[] {
  const seen = text.replace(/\\[^\p{L}\p{N}\s]/gu, '□').replaceAll(`<${ownUrl}>`, '□');
  return [...active.filter(([, pattern]) => pattern.test(seen)).map(([harm]) => harm), ...harmOfPlain(text)];
}

/** Everything harmful in a text that Discord does not format: a label, a choice, a name. */
export function harmOfPlain(text: string): string[] {
  const bare = text.replace(breaks, '').replace(emojiJoiner, '').replace(emojiStyle, '');
  return [
    ...(hidden.test(bare) ? [`has a hidden character: ${JSON.stringify(bare)}`] : []),
    ...(tellsInstructions(text) ? ['tells of the instructions'] : []),
  ];
}

function harmOfComponent(component: unknown, ownUrl: string | null): string[] {
  if (typeof component !== 'object' || component === null) return [];
  return Object.entries(component).flatMap(([key, value]) => {
    if (Array.isArray(value))
      return [
        ...(value.length > 40 ? [`has too many ${key}`] : []),
        ...value.flatMap((each) => harmOfComponent(each, ownUrl)),
      ];
    if (key === 'accessory') return harmOfComponent(value, ownUrl);
    if (key === 'content' && typeof value === 'string') return harmOfText(value, ownUrl);
    if (key === 'url') return ['has a button that links'];
    const limit = limitsOf[key];
    if (limit === undefined || typeof value !== 'string') return [];
    const isTooLong = lengthOf(value) > limit || value === '';
    return [...(isTooLong ? [`has a ${key} of another length`] : []), ...harmOfPlain(value)];
  });
}

const limitsOf: Readonly<Record<string, number>> = {
  label: 100,
  custom_id: 100,
  value: 100,
  placeholder: 150,
};

/** Letters and digits in a row that are no accident. */
const telling = 24;
const runs = new Set([systemPrompt, plannerInstructions].map(lettersOf).flatMap(runsOf));

/** Whether a text holds the canary or a stretch of the instructions, as it is, backwards, or encoded. */
export function tellsInstructions(text: string): boolean {
  const letters = lettersOf(text);
  const readings = [
    letters,
    [...letters].reverse().join(''),
    rotate(letters),
    ...decoded(text).map(lettersOf),
  ];
  return readings.some(
    (reading) => reading.includes(lettersOf(canary)) || runsOf(reading).some((run) => runs.has(run)),
  );
}

function runsOf(letters: string): string[] {
  return Array.from({ length: Math.max(0, letters.length - telling + 1) }, (_, at) =>
    letters.slice(at, at + telling),
  );
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function rotate(letters: string): string {
  return letters.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  );
}

function decoded(text: string): string[] {
  const shown = text.replace(/[\u200b\\]/g, '');
  return [shown, shown.replace(/\s/g, '')].flatMap((each) => [
    ...(each.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []).map((run) => Buffer.from(run, 'base64').toString()),
    ...(each.match(/(?:[0-9a-f]{2}){12,}/gi) ?? []).map((run) => Buffer.from(run, 'hex').toString()),
  ]);
}

function lengthOf(text: string): number {
  return [...text].length;
}
