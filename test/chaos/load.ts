/** People who use the bot all the time: commands, chat, direct messages, buttons, offers while one types, settings. */
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { readQuestions } from '../../src/cli/read-questions.ts';
import type { Random } from './random.ts';

export type Way = 'slash' | 'chat' | 'direct' | 'offers' | 'evidence' | 'vote' | 'setting';

/** One thing that somebody did, and what has become of it. */
export interface Asked {
  readonly way: Way;
  readonly at: number;
  /** Null for what was written in a channel. */
  readonly interaction: Interaction | null;
  readonly message: Message | null;
  /** Of a vote, the answer that it is on; of a setting, its new value. */
  readonly value: string | null;
}

export interface Load {
  /** All that was done, oldest first. */
  readonly asked: readonly Asked[];
  /** What nobody could do: a fault of the harness or of the sandbox. */
  readonly problems: readonly string[];
  start(): void;
  stop(): void;
  /** One question more, by command. */
  ask(): Promise<Asked>;
}

/** Whose value is changed all the time: nothing depends on it, as the server has no forum for questions. */
export const changedSetting = 'forumDelay';
const people = 60;
const rooms = 12;
/** Milliseconds between two things that are done: about four a second. */
const pause = [100, 400] as const;
/** So many answers of late may be tapped. */
const tappable = 20;

const openings = ['', '请问', '想知道', '请告诉我', '我想问', '请教一下', '麻烦问一下', '劳驾，', '敢问'];

export async function createLoad(sandbox: Sandbox, random: Random): Promise<Load> {
  const { guild, channels } = sandbox.seeded;
  const questions = (await readQuestions('eval/questions.jsonl'))
    .filter(({ history, group }) => !history?.length && group !== 'small-talk' && group !== 'unclear')
    .map(({ question }) => question)
    // What is written to everyone is no question to the bot.
    .filter((question) => !question.includes('@everyone'));
  const members = Array.from({ length: people }, () =>
    sandbox.personFor(sandbox.edit.addUser('asker', guild).id, channels.general),
  );
  const places = Array.from({ length: rooms }, (_, index) => sandbox.edit.addChannel(guild, `room-${index}`));
  const asked: Asked[] = [];
  const problems: string[] = [];
  let isOn = false;
  let turn = random.between(0, 10_000);
  let settings = 0;

  const keep = (one: Omit<Asked, 'at'>): Asked => {
    const kept = { ...one, at: Date.now() };
    asked.push(kept);
    return kept;
  };
  const byInteraction = async (way: Way, interaction: Promise<Interaction>, value: string | null = null) =>
    keep({ way, interaction: await interaction, message: null, value });
  const next = <Value>(values: readonly Value[]): Value | undefined => values[turn++ % values.length];
  const member = (): Person => next(members) ?? sandbox.member;
  const room = (): Channel => next(places) ?? channels.general;
  /** In words of its own each time, or what was answered before would be given again. */
  const question = (): string => `${next(openings)}${questions[(turn * 7) % questions.length]}`;
  const later = { settle: false } as const;

  const askByCommand = () =>
    byInteraction('slash', member().slash('ask', { question: question() }, { ...later, channel: room() }));
  const acts = {
    slash: askByCommand,
    chat: async () =>
      keep({
        way: 'chat',
        interaction: null,
        message: await member().say(question(), { mention: true, channel: room() }),
        value: null,
      }),
    direct: async () =>
      keep({ way: 'direct', interaction: null, message: await member().dm(question()), value: null }),
    offers: () =>
      byInteraction('offers', member().typeInto('ask', 'question', question().slice(0, 3), later)),
    evidence: () => tap('evidence', ({ custom_id }) => custom_id?.startsWith('quote:') ?? false),
    vote: () => tap('vote', ({ custom_id }) => custom_id?.startsWith('helpful:') ?? false),
    setting: async () => {
      settings = (settings % 3_000) + 1;
      const changing = sandbox.moderator.slash(
        'config set',
        { setting: changedSetting, value: String(settings) },
        later,
      );
      await byInteraction('setting', changing, String(settings));
    },
  } satisfies Record<Way, () => Promise<unknown>>;

  const tap = async (way: Way, isWanted: (button: Message['buttons'][number]) => boolean): Promise<void> => {
    const answers = asked.slice(-tappable).flatMap(({ interaction }) => interaction?.original ?? []);
    const found = answers.flatMap((message) => {
      const button = message.deleted || message.ephemeral ? undefined : message.buttons.find(isWanted);
      return !button?.custom_id ? [] : [{ message, id: button.custom_id }];
    });
    const chosen = next(found);
    if (chosen === undefined) return;
    await byInteraction(way, member().tap(chosen.message, chosen.id, later), chosen.id.split(':')[1] ?? null);
  };

  const goOn = (): void => {
    if (!isOn) return;
    const way = random.pick<Way>([
      ...(['slash', 'slash', 'slash', 'slash', 'chat', 'chat', 'chat', 'direct'] as const),
      ...(['offers', 'offers', 'evidence', 'vote', 'setting'] as const),
    ]);
    acts[way]().catch((error: unknown) => problems.push(String(error)));
    setTimeout(goOn, random.between(...pause));
  };
  return {
    ...{ asked, problems },
    start() {
      isOn = true;
      goOn();
    },
    stop() {
      isOn = false;
    },
    ask: askByCommand,
  };
}
