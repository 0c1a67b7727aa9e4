// The package ships these schemas without types.
declare module 'discord-api-spec/zod' {
  import type { ZodType } from 'zod';

  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodType;
  export const ApplicationCommandUpdateRequestSchema: ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: ZodType;
  export const CreatePrivateChannelRequestSchema: ZodType;
  export const CreateTextThreadWithMessageRequestSchema: ZodType;
  export const IncomingWebhookRequestPartialSchema: ZodType;
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: ZodType;
  export const MessageCreateRequestSchema: ZodType;
  export const MessageEditRequestPartialSchema: ZodType;
  export const ModalInteractionCallbackRequestSchema: ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: ZodType;
}
