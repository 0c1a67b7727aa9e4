// Every component a message or a modal may hold, with the limits that Discord sets on each.
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { issue, list, snowflake, text } from './fields.ts';

const id = z.number().int().min(0).nullish();
const customId = text(1, 100);
const yesOrNo = z.boolean().nullish();

const emoji = z.object({
  id: snowflake.nullish(),
  name: z.string().nullish(),
  animated: yesOrNo,
});

const link = text(1, 2048).refine(
  (url) => /^(https?|discord|attachment):\/\//.test(url),
  issue(
    'URL_TYPE_INVALID_SCHEME',
    "Scheme is not supported. Scheme must be one of ('http', 'https', 'discord').",
  ),
);

const media = z.object({ url: link });

export const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id,
    style: z.number().int().min(1).max(6),
    label: text(0, 80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: text(1, 512).pipe(link).nullish(),
    sku_id: snowflake.nullish(),
    disabled: yesOrNo,
  })
  .superRefine((value, context) => {
    const required = (path: string, message = 'This field is required') =>
      context.addIssue({ code: 'custom', path: [path], message, params: { code: 'BASE_TYPE_REQUIRED' } });
    if (value.style === ButtonStyle.Link && !value.url) required('url', 'A url is required');
    if (value.style < ButtonStyle.Link && !value.custom_id) required('custom_id');
    if (value.style < ButtonStyle.Link && value.url)
      required('custom_id', 'A custom id and url cannot both be specified');
    if (value.style !== ButtonStyle.Premium && !value.label && !value.emoji) required('label');
  });

const selectFields = {
  id,
  custom_id: customId,
  placeholder: text(0, 150).nullish(),
  min_values: z.number().int().min(0).max(25).nullish(),
  max_values: z.number().int().min(1).max(25).nullish(),
  disabled: yesOrNo,
  required: yesOrNo,
};

const option = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).nullish(),
  emoji: emoji.nullish(),
  default: yesOrNo,
});

function uniqueOptions(options: readonly { value: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  options.forEach((entry, index) => {
    if (seen.has(entry.value)) {
      context.addIssue({
        code: 'custom',
        path: [index, 'value'],
        message: 'The specified option value is already used',
        params: { code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED' },
      });
    }
    seen.add(entry.value);
  });
}

const stringSelect = z.object({
  type: z.literal(ComponentType.StringSelect),
  ...selectFields,
  options: list(option, 1, 25).superRefine(uniqueOptions),
});

const defaultValues = z.array(z.object({ id: snowflake, type: z.string() })).nullish();
const userSelect = z.object({
  type: z.literal(ComponentType.UserSelect),
  ...selectFields,
  default_values: defaultValues,
});
const roleSelect = z.object({
  type: z.literal(ComponentType.RoleSelect),
  ...selectFields,
  default_values: defaultValues,
});
const mentionableSelect = z.object({
  type: z.literal(ComponentType.MentionableSelect),
  ...selectFields,
  default_values: defaultValues,
});
const channelSelect = z.object({
  type: z.literal(ComponentType.ChannelSelect),
  ...selectFields,
  default_values: defaultValues,
  channel_types: z.array(z.number().int()).nullish(),
});

const selects = [stringSelect, userSelect, roleSelect, mentionableSelect, channelSelect] as const;

const textInput = z.object({
  type: z.literal(ComponentType.TextInput),
  id,
  custom_id: customId,
  style: z.number().int().min(1).max(2),
  label: text(1, 45).nullish(),
  min_length: z.number().int().min(0).max(4000).nullish(),
  max_length: z.number().int().min(1).max(4000).nullish(),
  required: yesOrNo,
  value: text(0, 4000).nullish(),
  placeholder: text(0, 100).nullish(),
});

const actionRow = z.object({
  type: z.literal(ComponentType.ActionRow),
  id,
  components: list(z.discriminatedUnion('type', [button, textInput, ...selects]), 1, 5).superRefine(
    (components, context) => {
      const wide = components.filter((component) => component.type !== ComponentType.Button);
      if (wide.length > 0 && components.length > 1) {
        context.addIssue({
          code: 'custom',
          message: 'The specified component exceeds the maximum width',
          params: { code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED' },
        });
      }
    },
  ),
});

const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id,
  content: text(1, 4000),
});

const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id,
  media,
  description: text(0, 1024).nullish(),
  spoiler: yesOrNo,
});

const section = z.object({
  type: z.literal(ComponentType.Section),
  id,
  components: list(textDisplay, 1, 3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const gallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  id,
  items: list(z.object({ media, description: text(0, 1024).nullish(), spoiler: yesOrNo }), 1, 10),
});

const file = z.object({ type: z.literal(ComponentType.File), id, file: media, spoiler: yesOrNo });

const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id,
  divider: yesOrNo,
  spacing: z.number().int().min(1).max(2).nullish(),
});

const inContainer = [actionRow, textDisplay, section, gallery, file, separator] as const;

const container = z.object({
  type: z.literal(ComponentType.Container),
  id,
  components: list(z.discriminatedUnion('type', [...inContainer]), 1, 40),
  accent_color: z.number().int().min(0).max(0xffffff).nullish(),
  spoiler: yesOrNo,
});

/** What may stand at the top of a Components V2 message; without that flag only rows may. */
export const messageComponent = z.discriminatedUnion('type', [...inContainer, container]);

const fileUpload = z.object({
  type: z.literal(ComponentType.FileUpload),
  id,
  custom_id: customId,
  min_values: z.number().int().min(0).max(10).nullish(),
  max_values: z.number().int().min(1).max(10).nullish(),
  required: yesOrNo,
});

const choiceGroup = {
  id,
  custom_id: customId,
  required: yesOrNo,
  options: list(option.omit({ emoji: true }), 1, 10),
};
const radioGroup = z.object({ type: z.literal(ComponentType.RadioGroup), ...choiceGroup });
const checkboxGroup = z.object({
  type: z.literal(ComponentType.CheckboxGroup),
  ...choiceGroup,
  min_values: z.number().int().nullish(),
  max_values: z.number().int().nullish(),
});
const checkbox = z.object({
  type: z.literal(ComponentType.Checkbox),
  id,
  custom_id: customId,
  default: yesOrNo,
});

const label = z.object({
  type: z.literal(ComponentType.Label),
  id,
  label: text(1, 45),
  description: text(0, 100).nullish(),
  component: z.discriminatedUnion('type', [
    textInput,
    ...selects,
    fileUpload,
    radioGroup,
    checkboxGroup,
    checkbox,
  ]),
});

export const modalComponent = z.discriminatedUnion('type', [actionRow, label, textDisplay]);

export type Button = z.infer<typeof button>;
export type Select = z.infer<(typeof selects)[number]>;
export type TextInput = z.infer<typeof textInput>;
export type MessageComponent = z.infer<typeof messageComponent>;
export type ModalComponent = z.infer<typeof modalComponent>;
export type AnyComponent =
  | MessageComponent
  | ModalComponent
  | Button
  | Select
  | TextInput
  | z.infer<typeof thumbnail>
  | z.infer<typeof label>['component'];
