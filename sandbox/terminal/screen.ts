import type { Interaction } from '../interactions/interaction.ts';
import { renderBody } from '../transcript.ts';
import type { Channel } from '../world/entities.ts';
import type { Message } from '../world/message.ts';
import type { World } from '../world/world.ts';
import type { Style } from './markdown.ts';

/** What has been put before one person so far: prints what is new or changed, each state once. */
export class Screen {
  /** Bot's messages on the screen, oldest first. */
  readonly shown: Message[] = [];
  private readonly printed = new Map<Message, number>();
  private readonly world: World;
  private readonly write: (text: string) => void;
  private readonly style: Style;

  constructor(world: World, write: (text: string) => void, style: Style) {
    this.world = world;
    this.write = write;
    this.style = style;
    // What was said before the person came is not news.
    for (const message of this.unprinted([...world.channels.values()])) {
      this.printed.set(message, message.revisions);
    }
  }

  line(text: string): void {
    this.write(`${text}\n`);
  }

  /** The bot's messages in these channels that are new or have changed since they were printed. */
  unprinted(channels: readonly Channel[]): Message[] {
    return channels.flatMap((channel) =>
      channel.messages.filter(
        (message) =>
          message.author.id === this.world.bot.id && this.printed.get(message) !== message.revisions,
      ),
    );
  }

  print(messages: readonly Message[]): void {
    for (const message of messages) {
      const again = this.printed.has(message);
      this.printed.set(message, message.revisions);
      const place = this.shown.indexOf(message);
      if (place !== -1) this.shown.splice(place, 1);
      this.shown.push(message);
      this.printOne(message, again);
    }
  }

  private printOne(message: Message, again: boolean): void {
    const marks = [message.visibleTo === null ? '' : 'only you see this', again ? 'changed' : ''];
    const head = [message.author.displayName ?? message.author.username, ...marks.filter(Boolean)];
    this.line('');
    this.line(this.style(`**${head.join(' · ')}**`));
    for (const line of renderBody(this.world, message, this.style)) this.line(`  ${line}`.trimEnd());
  }

  /** What a person sees of an interaction beside messages. */
  printOutcome(interaction: Interaction): void {
    if (interaction.failed) this.line('\n  The application did not respond');
    if (interaction.original?.deleted && interaction.source !== interaction.original) {
      this.line('\n  (the answer was taken away)');
    }
  }
}
