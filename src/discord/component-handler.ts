/** What a button, a select or a modal does: one definition a kind, found by the name in its custom id. */
import type {
  AnySelectMenuInteraction,
  APIModalInteractionResponseCallbackData,
  ButtonInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { Context, ReplyContext } from './command.ts';
import type { ComponentId } from './component-ids.ts';
import type { Payload } from './payload.ts';

/** A tap on a button or a choice in a select. */
export type ComponentInteraction = ButtonInteraction | AnySelectMenuInteraction;

/**
 * Where a response goes: a new message for the member alone or for all, or in place of the message that was tapped.
 * What follows from a private message is private, but for `channel`, which the member chose to be for all.
 */
export type Place = 'private' | 'public' | 'channel' | 'in-place';

/** A decoded tap, ready to be carried out by the router. */
export type Tap =
  /** Shown as the first response, so it waits for nothing but a look into the database. */
  | {
      readonly type: 'show';
      readonly place: 'private' | 'in-place';
      show(context: Context): Payload | Promise<Payload>;
    }
  /** Opens a modal, which must be the first response, so it waits for no more either. */
  | {
      readonly type: 'modal';
      modal(
        context: Context,
      ): APIModalInteractionResponseCallbackData | Promise<APIModalInteractionResponseCallbackData>;
    }
  /** Deferred first, then carried out. */
  | { readonly type: 'run'; readonly place: Place; run(context: ReplyContext): Promise<void> };

/** Handles one kind of component. `open` gives none for an id or an interaction that is not its own. */
export interface ComponentHandler {
  readonly name: string;
  open(interaction: ComponentInteraction | ModalSubmitInteraction): Tap | null;
}

/** A button or select that shows something at once. */
export function defineCard<Values>(definition: {
  readonly id: ComponentId<Values>;
  readonly place: 'private' | 'in-place';
  show(values: Values, context: Context, interaction: ComponentInteraction): Payload | Promise<Payload>;
}): ComponentHandler {
  return define(definition.id, (values, interaction) =>
    interaction.isModalSubmit()
      ? null
      : {
          type: 'show',
          place: definition.place,
          show: (context) => definition.show(values, context, interaction),
        },
  );
}

/** A button whose work is waited for. */
export function defineButton<Values>(definition: {
  readonly id: ComponentId<Values>;
  readonly place: Place;
  execute(interaction: ComponentInteraction, values: Values, context: ReplyContext): Promise<void>;
}): ComponentHandler {
  return define(definition.id, (values, interaction) =>
    interaction.isModalSubmit()
      ? null
      : {
          type: 'run',
          place: definition.place,
          run: (context) => definition.execute(interaction, values, context),
        },
  );
}

/** A button that opens a modal. */
export function defineModalButton<Values>(definition: {
  readonly id: ComponentId<Values>;
  modal(
    values: Values,
    context: Context,
    interaction: ComponentInteraction,
  ): APIModalInteractionResponseCallbackData | Promise<APIModalInteractionResponseCallbackData>;
}): ComponentHandler {
  return define(definition.id, (values, interaction) =>
    interaction.isModalSubmit()
      ? null
      : { type: 'modal', modal: (context) => definition.modal(values, context, interaction) },
  );
}

/** What is done with a modal that a member has filled in. */
export function defineModal<Values>(definition: {
  readonly id: ComponentId<Values>;
  readonly place: Place;
  execute(interaction: ModalSubmitInteraction, values: Values, context: ReplyContext): Promise<void>;
}): ComponentHandler {
  return define(definition.id, (values, interaction) =>
    interaction.isModalSubmit()
      ? {
          type: 'run',
          place: definition.place,
          run: (context) => definition.execute(interaction, values, context),
        }
      : null,
  );
}

function define<Values>(
  id: ComponentId<Values>,
  open: (values: Values, interaction: ComponentInteraction | ModalSubmitInteraction) => Tap | null,
): ComponentHandler {
  return {
    name: id.name,
    open: (interaction) => {
      const values = id.decode(interaction.customId);
      return values === null ? null : open(values, interaction);
    },
  };
}
