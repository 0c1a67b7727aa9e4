/** The thread that `readSettingsBounded` starts: the bytes of a file in, changes of settings out. */
import { UserError } from '../errors.ts';
import { answerBounded } from '../run-bounded.ts';
import { readSettingsFile } from './settings-file.ts';

await answerBounded((file: Uint8Array) => readSettingsFile(decode(file)));

function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw new UserError('file-no-text', 'not UTF-8');
  }
}
