/** Encrypts what is kept of a question under way, with a key that only a process with the bot's token can make. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { PendingRecord } from './record.ts';

/** AES-256-GCM; the id is bound to it, so that no row can be put in another's place. */
export interface Seal {
  close(id: string, record: PendingRecord): Uint8Array;
  /** Null for what was not closed with the same token, id and shape of records. */
  open(id: string, sealed: Uint8Array): PendingRecord | null;
}

const algorithm = 'aes-256-gcm';
/** Another shape of records has another purpose, and so another key. */
const purpose = 'footnote pending record 1';
const nonceLength = 12;
const tagLength = 16;

export function createSeal(token: string): Seal {
  const key = new Uint8Array(hkdfSync('sha256', token, '', purpose, 32));
  return {
    close(id, record) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(id));
      const words = [cipher.update(JSON.stringify(record), 'utf8'), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...words]);
    },
    open(id, sealed) {
      const nonce = sealed.subarray(0, nonceLength);
      const tag = sealed.subarray(nonceLength, nonceLength + tagLength);
      try {
        const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength })
          .setAAD(Buffer.from(id))
          .setAuthTag(tag);
        const words = decipher.update(sealed.subarray(nonceLength + tagLength));
        return JSON.parse(Buffer.concat([words, decipher.final()]).toString('utf8'));
      } catch {
        return null;
      }
    },
  };
}
