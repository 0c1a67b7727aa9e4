/** The custom ids of the settings' panel. */
import { type SettingKey, settingKeys } from '../guilds/settings.ts';
import { defineBareId, defineComponentId } from './component-ids.ts';

/** A setting, and the fingerprint of the value that was drawn. */
interface DrawnValue {
  readonly key: SettingKey;
  readonly drawn: string;
}

export const panelIds = {
  section: defineBareId('config-section'),
  setting: defineBareId('config-setting'),
  preview: defineBareId('config-preview'),
  menu: defineValueId('config-menu'),
  type: defineValueId('config-type'),
  typed: defineValueId('config-typed'),
  reset: defineValueId('config-reset'),
} as const;

function defineValueId(name: string) {
  return defineComponentId<DrawnValue>({
    name,
    toParts: ({ key, drawn }) => [key, drawn],
    fromParts([text, drawn = '', ...rest]) {
      const key = settingKeys.find((one) => one === text);
      return key === undefined || rest.length > 0 || !/^[\w-]{8}$/.test(drawn) ? null : { key, drawn };
    },
  });
}
