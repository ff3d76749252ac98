import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { AppError } from '../errors/app-error.ts';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals and opens text with AES-256-GCM. The first key seals, each key opens: so keys can be rotated. */
export type Sealer = { seal(text: string): string; open(sealed: string): string };

/** A sealed value: `v1.<key id>.<base64url of iv, tag, cipher text>`. `open` throws `AppError SECRET_UNREADABLE`. */
export function createSealer(keys: readonly Buffer[]): Sealer {
  const [first] = keys;
  if (!first) throw new TypeError('at least one key is needed');
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  return {
    seal(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, first, iv);
      const cipherText = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${keyId(first)}.${Buffer.concat([iv, cipher.getAuthTag(), cipherText]).toString('base64url')}`;
    },
    open(sealed) {
      const [version, id = '', blob = ''] = sealed.split('.');
      const key = byId.get(id);
      if (version !== 'v1' || !key) throw new AppError({ code: 'SECRET_UNREADABLE', details: { keyId: id } });
      return decrypt(key, Buffer.from(blob, 'base64url'));
    },
  };
}

function decrypt(key: Buffer, blob: Buffer): string {
  try {
    const decipher = createDecipheriv(ALGORITHM, key, blob.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(blob.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(blob.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new AppError({ code: 'SECRET_UNREADABLE', cause });
  }
}

/** Names a key without telling it. */
function keyId(key: Buffer): string {
  return createHash('sha256').update('dongbo key id').update(key).digest('hex').slice(0, 8);
}
