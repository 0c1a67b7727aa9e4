/** What a check-up finds: a code with its values, how bad it is, and what to do about it. `render-findings.ts` has the words. */
import type { SettingKey } from '../../guilds/settings.ts';
import type { Needed } from '../permissions.ts';
import type { ChannelKind } from './facts.ts';

/** `problem`: something that was asked for does not work. `warning`: it may be meant so, or costs little. */
export type State = 'problem' | 'warning' | 'ok';

/** What to do next, by whom it can be done: moderators up to `setting`, then the operator. */
export type Step =
  | 'grant-in-role'
  | 'grant-in-channel'
  | 'setting'
  | 'content'
  | 'model-access'
  | 'model-name'
  | 'database'
  | 'restart'
  | 'server-id'
  | 'later'
  | 'clock';

export type What =
  | {
      readonly code: 'channels-fine';
      readonly kind: ChannelKind;
      readonly fine: number;
      readonly total: number;
    }
  | {
      readonly code: 'channels-lack';
      readonly kind: ChannelKind;
      readonly channels: readonly string[];
      readonly permissions: readonly Needed[];
    }
  | { readonly code: 'channels-hidden'; readonly kind: ChannelKind; readonly channels: readonly string[] }
  | { readonly code: 'channels-excluded'; readonly total: number }
  | {
      readonly code: 'setting-gone' | 'setting-no-forum' | 'setting-not-allowed' | 'setting-no-speech';
      readonly setting: SettingKey;
      readonly ids: readonly string[];
    }
  | { readonly code: 'setting-chat-off' | 'content-needed'; readonly setting: SettingKey }
  | { readonly code: 'threads-private' }
  | { readonly code: 'content-on' | 'content-off' | 'model-none' | 'database-fine' | 'clock-fine' }
  | { readonly code: 'model-fine' | 'model-unlisted'; readonly model: string }
  | { readonly code: 'model-away'; readonly model: string; readonly reason: string }
  | { readonly code: 'database-away'; readonly reason: string }
  | {
      readonly code: 'article-fine';
      readonly title: string;
      readonly version: string;
      readonly paragraphs: number;
    }
  | { readonly code: 'commands-fine'; readonly total: number }
  | { readonly code: 'commands-differ'; readonly names: readonly string[] }
  | { readonly code: 'commands-elsewhere' | 'commands-twice' }
  | { readonly code: 'commands-unknown'; readonly reason: string }
  | { readonly code: 'clock-off'; readonly seconds: number };

/** Nothing is left to do where `step` is null. */
export type Finding = What & { readonly state: State; readonly step: Step | null };

export function fine(what: What): Finding {
  return { ...what, state: 'ok', step: null };
}

export function wrong(state: 'problem' | 'warning', step: Step, what: What): Finding {
  return { ...what, state, step };
}
