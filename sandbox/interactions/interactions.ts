import { randomBytes } from 'node:crypto';
import { refusals } from '../discord-error.ts';
import type { World } from '../world/world.ts';
import { Interaction, type InteractionOrigin } from './interaction.ts';

/** An interaction's token is good for this long. */
const tokenLifeMs = 15 * 60_000;

/** The interactions made so far, found by their id and token as Discord finds them. */
export class Interactions {
  private readonly world: World;
  private readonly firstResponseMs: number;
  private readonly limit: number;
  private readonly byToken = new Map<string, Interaction>();

  constructor(world: World, firstResponseMs = 3_000, limit = Number.POSITIVE_INFINITY) {
    this.world = world;
    this.firstResponseMs = firstResponseMs;
    this.limit = limit;
  }

  create(origin: Omit<InteractionOrigin, 'id' | 'token' | 'createdAt'>): Interaction {
    const { clock, ids } = this.world;
    const token = `sandbox-interaction-${randomBytes(48).toString('base64url')}`;
    const interaction = new Interaction(
      { ...origin, id: ids.next(), token, createdAt: clock.now() },
      clock.now,
      this.firstResponseMs,
    );
    this.byToken.set(interaction.token, interaction);
    this.forget();
    return interaction;
  }

  /** The interaction that may be answered now; 10062 when it is unknown or three seconds have passed. */
  forCallback(id: string, token: string): Interaction {
    const interaction = this.byToken.get(token);
    if (interaction === undefined || interaction.id !== id) throw refusals.unknownInteraction();
    if (interaction.firstResponse !== null) throw refusals.alreadyAcknowledged();
    if (interaction.isLate) throw refusals.unknownInteraction();
    return interaction;
  }

  /** The interaction behind a webhook token; it must have been answered, within the last fifteen minutes. */
  forWebhook(applicationId: string, token: string): Interaction {
    const interaction = this.byToken.get(token);
    if (interaction === undefined || applicationId !== this.world.applicationId)
      throw refusals.unknownWebhook();
    if (this.age(interaction) > tokenLifeMs) throw refusals.invalidWebhookToken();
    if (interaction.firstResponse === null) throw refusals.unknownWebhook();
    return interaction;
  }

  private age(interaction: Interaction): number {
    return this.world.clock.now() - interaction.createdAt;
  }

  /** The oldest, which come first, once nothing can be done with them, or there are too many. */
  private forget(): void {
    for (const [token, interaction] of this.byToken) {
      if (this.byToken.size <= this.limit && this.age(interaction) <= 2 * tokenLifeMs) return;
      this.byToken.delete(token);
    }
  }
}
