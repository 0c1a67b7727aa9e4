/** Many members in many servers, who take turns: nobody asks so often that a limit holds. */
import type { Person } from '../../sandbox/people/person.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import type { Message } from '../../sandbox/world/message.ts';
import type { Kind } from './arrivals.ts';
import { addServer } from './servers.ts';

/** What was sent, for who watches what becomes of it: the interaction's token or the message's id. */
export interface Sent {
  readonly key: string;
  /** Null where nothing is asked: a button was tapped. */
  readonly question: string | null;
}

export interface Crowd {
  /** Lets the next member do something; null where there is nothing to tap yet. */
  act(kind: Exclude<Kind, 'autocomplete'>): Promise<Sent | null>;
  /** Lets the next member type, and gives the milliseconds until they were offered something. */
  type(): Promise<number>;
}

const typingTimeout = 10_000;
const typedLength = 4;

/** Adds the servers and members; the bot is not connected yet. */
export function createCrowd(
  sandbox: Sandbox,
  { servers, members, questions }: { servers: number; members: number; questions: readonly string[] },
): Crowd {
  const homes = Array.from({ length: servers }, (_, number) => openChannels(sandbox, number));
  const people: Person[] = Array.from({ length: members }, (_, number) => {
    const home = homes[number % servers] ?? [];
    const [first] = home;
    const guild = first === undefined ? null : sandbox.world.guildOf(first);
    if (first === undefined || guild === null) throw new Error('a server has a channel for everybody');
    const user = sandbox.edit.addUser(`member-${number}`, guild);
    return sandbox.personFor(user.id, home[Math.floor(number / servers) % home.length] ?? first);
  });
  let nextPerson = 0;
  let nextQuestion = 0;
  let nextTapped = 0;
  const takePerson = (): Person => {
    const person = people[nextPerson++ % people.length];
    if (person === undefined) throw new Error('there are no members');
    return person;
  };
  const takeQuestion = (): string => questions[nextQuestion++ % questions.length] ?? '';
  /** The newest answer with a citation in one channel after the other. */
  const findAnswer = (): { readonly message: Message; readonly button: string } | null => {
    for (let tried = 0; tried < 20; tried += 1) {
      const home = homes[nextTapped++ % homes.length] ?? [];
      for (const channel of home)
        for (const message of channel.messages.slice(-5).reverse()) {
          const button = message.buttons.find(({ label }) => label?.startsWith('¶'))?.custom_id ?? null;
          if (message.visibleTo === null && button !== null) return { message, button };
        }
    }
    return null;
  };

  return {
    async act(kind) {
      const person = takePerson();
      if (kind === 'button') {
        const found = findAnswer();
        if (found === null) return null;
        const { token } = await person.tap(found.message, found.button, { settle: false });
        return { key: token, question: null };
      }
      const question = takeQuestion();
      if (kind === 'mention') return { key: (await person.say(question, { mention: true })).id, question };
      return { key: (await person.slash('ask', { question }, { settle: false })).token, question };
    },
    async type() {
      const typed = [...takeQuestion()].slice(0, typedLength).join('');
      const startedAt = performance.now();
      await takePerson().autocomplete('ask', 'question', typed, { timeoutMs: typingTimeout });
      return performance.now() - startedAt;
    },
  };
}

function openChannels(sandbox: Sandbox, number: number): readonly Channel[] {
  return addServer(sandbox, `Server ${number}`).filter(({ overwrites }) => overwrites.size === 0);
}
