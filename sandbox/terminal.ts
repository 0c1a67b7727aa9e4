// A terminal in front of the sandbox: what is typed is what a person does in Discord, what is printed is what they see.
import { createInterface } from 'node:readline';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Button } from './forms/component-schema.ts';
import type { Interaction } from './interactions/interaction.ts';
import { type ModalField, modalFields } from './people/modal-input.ts';
import type { Person } from './people/person.ts';
import type { Sandbox } from './sandbox.ts';
import { ansiStyle, plainStyle } from './terminal/markdown.ts';
import { readCommand } from './terminal/read-command.ts';
import { Screen } from './terminal/screen.ts';
import type { Channel } from './world/entities.ts';
import type { Message } from './world/message.ts';

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether a person sits there; otherwise each line of the input is done and that is all. */
  readonly isTerminal: boolean;
  /** What is asked when the input is no terminal and empty. */
  readonly exampleQuestion: string;
  /** Whether the bot is still at work; without it, that is told from its messages alone. */
  readonly isBusy?: () => boolean;
}

/** An answer has come to rest when nothing has happened for this long. */
const quietMs = 300;
/** How long the bot may take to show a first sign, and to be done. */
const firstSignMs = 3500;
const answerMs = 120_000;
/** A member may ask so much in a minute; after this many lines another one goes on. */
const questionsOfOneSpeaker = 8;

/** Serves the terminal until its input ends, or the person says `:quit`. */
export async function runTerminal(sandbox: Sandbox, options: TerminalOptions): Promise<void> {
  await sandbox.whenReady();
  const { input, output, isTerminal, exampleQuestion } = options;
  const session = new TerminalSession(sandbox, options);
  const lines = createInterface({ input, output, terminal: isTerminal, prompt: '› ' });
  lines.on('SIGINT', () => lines.close());
  let ended = false;
  lines.on('close', () => {
    ended = true;
  });
  if (isTerminal) {
    output.write('A line is a message to the bot, /ask … a command, :1 a tap on [1], :quit the end.\n');
    lines.prompt();
  }
  let empty = true;
  for await (const line of lines) {
    if (line.trim() === ':quit') break;
    if (!isTerminal && line.trim() !== '') output.write(`\n› ${line.trim()}\n`);
    if (line.trim() !== '') empty = false;
    await session.take(line.trim());
    if (isTerminal && !ended) lines.prompt();
  }
  lines.close();
  if (!isTerminal && empty) {
    output.write(`\n› ${exampleQuestion}\n`);
    await session.take(exampleQuestion);
  }
}

/** A modal that is being filled in, one field a line. */
interface Filling {
  readonly person: Person;
  readonly opened: Interaction;
  readonly fields: ModalField[];
  readonly values: Record<string, string>;
}

class TerminalSession {
  private readonly sandbox: Sandbox;
  private readonly options: TerminalOptions;
  private readonly screen: Screen;
  private readonly channel: Channel;
  private filling: Filling | null = null;
  /** The answer in chat that the next line replies to. */
  private conversation: Message | null = null;
  private speaker: Person;
  private asked = 0;

  constructor(sandbox: Sandbox, options: TerminalOptions) {
    this.sandbox = sandbox;
    this.options = options;
    this.channel = sandbox.channels.general;
    // Who runs the bot may set it up too.
    this.speaker = sandbox.moderator;
    const style = options.isTerminal ? ansiStyle : plainStyle;
    this.screen = new Screen(sandbox.world, (text) => options.output.write(text), style);
  }

  /** Does what a line says. What cannot be done is said, and nothing else happens. */
  async take(line: string): Promise<void> {
    try {
      if (this.filling !== null) await this.fill(line);
      else if (line === '') this.conversation = null;
      else if (line.startsWith('/')) await this.command(line);
      else if (/^[:：]/.test(line)) await this.tap(line.slice(1).trim());
      else await this.say(line);
    } catch (error) {
      this.screen.line(`\n  ! ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async say(text: string): Promise<void> {
    this.countQuestion();
    const replyTo = this.conversation;
    await this.speaker.say(text, replyTo === null ? { mention: true } : { replyTo });
    const seen = await this.rest();
    if (seen.length === 0) this.screen.line('\n  (the bot says nothing)');
    this.conversation = seen.findLast((message) => message.visibleTo === null) ?? this.conversation;
  }

  private async command(line: string): Promise<void> {
    const { name, values } = readCommand(this.sandbox.world, this.channel, line);
    this.countQuestion();
    await this.after(this.speaker, (person) => person.slash(name, values, { timeoutMs: answerMs }));
  }

  private async tap(button: string): Promise<void> {
    const found = findButton(this.screen.shown, button);
    if (found === null) throw new Error(`There is no button ${button}.`);
    if (found.button.style === ButtonStyle.Link) return this.screen.line(`\n  → ${found.button.url}`);
    const { message } = found;
    const customId = found.button.custom_id ?? '';
    const person =
      message.visibleTo === null ? this.speaker : this.sandbox.personFor(message.visibleTo, this.channel);
    await this.after(person, () => person.tap(message, customId, { timeoutMs: answerMs }));
  }

  private async fill(line: string): Promise<void> {
    const { filling } = this;
    const field = filling?.fields.shift();
    if (filling === null || field === undefined) return;
    if (line !== '') filling.values[field.customId] = line;
    if (filling.fields.length > 0) return this.askField();
    this.filling = null;
    const { opened, values } = filling;
    await this.after(filling.person, (person) => person.submitModal(opened, values, { timeoutMs: answerMs }));
  }

  private async after(person: Person, act: (person: Person) => Promise<Interaction>): Promise<void> {
    const interaction = await act(person);
    if (!interaction.failed && interaction.modal === null) await this.rest();
    this.screen.printOutcome(interaction);
    if (interaction.modal === null) return;
    this.filling = { person, opened: interaction, fields: modalFields(interaction.modal), values: {} };
    this.screen.line(`\n  ▭ ${interaction.modal.title}`);
    this.askField();
  }

  private askField(): void {
    this.screen.line(`  ${this.filling?.fields[0]?.label ?? ''}:`);
  }

  /** Waits until the bot has nothing more to say, prints what it said, and gives it back. */
  private async rest(): Promise<Message[]> {
    const { sandbox, screen } = this;
    const since = Date.now();
    const seen = await sandbox.waitFor(
      () => {
        const channels = [...sandbox.world.channels.values()];
        const messages = screen.unprinted(channels);
        const waited = Date.now() - since;
        if (waited > answerMs) return messages;
        if (messages.some((message) => message.loading) || this.isBusy(channels)) return undefined;
        if (messages.length === 0) return waited > firstSignMs ? messages : undefined;
        const last = Math.max(...messages.map((message) => message.changedAt));
        return Date.now() - last >= quietMs ? messages : undefined;
      },
      answerMs + 5000,
      'the bot',
    );
    screen.print(seen);
    return seen;
  }

  private isBusy(channels: readonly Channel[]): boolean {
    const { isBusy } = this.options;
    return isBusy === undefined ? channels.some((channel) => this.sandbox.isTyping(channel)) : isBusy();
  }

  /** Lets another go on, a moderator too, before the bot asks this one to wait. */
  private countQuestion(): void {
    this.asked += 1;
    if (this.asked % questionsOfOneSpeaker !== 0) return;
    const { sandbox } = this;
    const { guild, roles } = sandbox.seeded;
    const name = `reader-${this.asked / questionsOfOneSpeaker}`;
    this.speaker = sandbox.personFor(sandbox.edit.addUser(name, guild, [roles.moderators]).id, this.channel);
  }
}

/** The button meant by `:1` or `:label`, on the newest message that has it. A bare number that no label has counts buttons. */
function findButton(
  shown: readonly Message[],
  wanted: string,
): { readonly message: Message; readonly button: Button } | null {
  const usable = shown
    .filter((message) => !message.deleted)
    .map((message) => ({ message, buttons: message.buttons.filter((button) => !button.disabled) }))
    .filter(({ buttons }) => buttons.length > 0)
    .reverse();
  const matchers: ((label: string) => boolean)[] = [
    (label) => label === wanted,
    (label) => label.startsWith(`[${wanted}]`),
    (label) => !/^\d+$/.test(wanted) && label.toLowerCase().includes(wanted.toLowerCase()),
  ];
  for (const matches of matchers) {
    for (const { message, buttons } of usable) {
      const button = buttons.find(({ label, emoji }) => matches(label ?? '') || matches(emoji?.name ?? ''));
      if (button !== undefined) return { message, button };
    }
  }
  const [newest] = usable;
  const counted = newest?.buttons[Number(wanted) - 1];
  return newest === undefined || counted === undefined ? null : { message: newest.message, button: counted };
}
