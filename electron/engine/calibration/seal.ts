import {
  createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, sign, verify, type KeyObject,
} from 'node:crypto';
import { EarshotError } from '#shared/errors.ts';

/** A pair of keys as text: the public one SPKI in base64, the private one PKCS 8 as PEM. */
export type KeyPair = { publicKey: string; privateKey: string };

const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');
const publicKeyOf = (text: string): KeyObject => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });

/** A key that answers are sealed to (X25519). With a word, the private half is itself encrypted (AES-256, PBKDF2) and useless without it. */
export function newSealKeys(openingWord: string | null): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const text = privateKey.export({ type: 'pkcs8', format: 'pem', ...(openingWord === null ? {} : { cipher: 'aes-256-cbc', passphrase: openingWord }) });
  return { publicKey: spki(publicKey), privateKey: text.toString() };
}

/** A key that a rater signs with (Ed25519). */
export function newSigningKeys(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: spki(publicKey), privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** Whether a private key asks for a word. */
export const isLocked = (privateKey: string): boolean => privateKey.includes('ENCRYPTED');

/** Text is padded to a multiple of this, so that its length tells nothing. */
const block = 2048;

function contentKey(secret: Buffer, ephemeral: string, context: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.from(ephemeral, 'base64'), `earshot calibration ${context}`, 32));
}

/**
 * Seals text to a public key: a key of its own per text (X25519 with HKDF-SHA-256), AES-256-GCM over it. `context` names
 * what it belongs to; a sealed text that is put in another place does not open.
 */
export function sealText(text: string, publicKey: string, context: string): string {
  const own = generateKeyPairSync('x25519');
  const ephemeral = spki(own.publicKey);
  const key = contentKey(diffieHellman({ privateKey: own.privateKey, publicKey: publicKeyOf(publicKey) }), ephemeral, context);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const bytes = Buffer.from(text);
  const padded = Buffer.concat([bytes, Buffer.alloc(block - (bytes.length % block), ' ')]);
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()]);
  return ['1', ephemeral, iv.toString('base64'), cipher.getAuthTag().toString('base64'), sealed.toString('base64')].join('.');
}

/** The private key as it can be used. @throws EarshotError REFUSED for a wrong word */
export function unlock(privateKey: string, openingWord: string | null): KeyObject {
  if (!isLocked(privateKey)) return createPrivateKey(privateKey);
  if (openingWord === null) throw new EarshotError('REFUSED', 'This round is opened with its opening word. Type it.');
  try {
    return createPrivateKey({ key: privateKey, passphrase: openingWord });
  } catch {
    throw new EarshotError('REFUSED', 'This is not the opening word of the round. Type it as it was set when the round was started.');
  }
}

/** The text that was sealed. @throws EarshotError REFUSED when it was sealed to another key, belongs elsewhere or was changed */
export function openText(sealed: string, key: KeyObject, context: string): string {
  const [version, ephemeral = '', iv = '', tag = '', body = ''] = sealed.split('.');
  try {
    if (version !== '1') throw new RangeError('unknown version');
    const secret = diffieHellman({ privateKey: key, publicKey: publicKeyOf(ephemeral) });
    const decipher = createDecipheriv('aes-256-gcm', contentKey(secret, ephemeral, context), Buffer.from(iv, 'base64'), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64')), decipher.final()]).toString().trimEnd();
  } catch {
    throw new EarshotError('REFUSED', 'Sealed answers could not be opened: they were changed, or belong to another round.');
  }
}

export function signText(text: string, privateKey: string): string {
  return sign(null, Buffer.from(text), createPrivateKey(privateKey)).toString('base64');
}

export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(text), publicKeyOf(publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
