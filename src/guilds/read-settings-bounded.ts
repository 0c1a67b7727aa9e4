import { UserError } from '../errors.ts';
import { type Bounds, runBounded } from '../run-bounded.ts';
import type { SettingsChanges } from './guild-settings.ts';

const usualBounds: Bounds = { time: 5_000, memory: 128 };

/**
 * Does what `readSettingsFile` does with the bytes of a file, in a thread and within bounds of time and memory. Throws
 * `UserError('settings-file-unreadable')` when it goes beyond them, and `UserError('file-no-text')` when it is not UTF-8.
 */
export function readSettingsBounded(
  file: Uint8Array,
  bounds: Bounds = usualBounds,
): Promise<SettingsChanges> {
  return runBounded(new URL('./settings-thread.ts', import.meta.url), file, {
    bounds,
    beyond: () => new UserError('settings-file-unreadable', 'reading it takes too much time or memory'),
  });
}
