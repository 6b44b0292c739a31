/** Why a message was refused. The log line holds this code and nothing of the message. */
export type GateRefusal = 'NOT_TEXT' | 'TOO_LARGE' | 'TOO_MANY' | 'NOT_JSON' | 'NOT_AN_ENVELOPE';

export type GateOptions = {
  /** Bytes; 1 MiB unless told. */
  readonly maxBytes?: number;
  /** Messages in any one second; 500 unless told. */
  readonly maxPerSecond?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
};

export type GateVerdict = { readonly text: string } | { readonly refused: GateRefusal };

/** Message types of oRPC's peer protocol that a client of the contract sends: a call (no type) and its abort. */
const abortType = 4;
const requestKeys = new Set(['i', 'p']);
const payloadKeys = new Set(['u', 'b']);
const bodyKeys = new Set(['json', 'meta']);
const callId = /^[0-9a-z]{1,16}$/i;
const procedureUrl = /^\/[a-zA-Z]{1,40}\/[a-zA-Z]{1,40}$/;
const unsafeSegments = new Set(['__proto__', 'constructor', 'prototype']);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(record: Record<string, unknown>, allowed: ReadonlySet<string>): boolean {
  return Object.keys(record).every((key) => allowed.has(key));
}

/** oRPC's list of places that hold something JSON cannot say (a date, NaN): `[[kind, ...path], ...]`. */
function isMeta(meta: unknown): boolean {
  if (meta === undefined) return true;
  if (!Array.isArray(meta) || meta.length > 1000) return false;
  return meta.every((place: unknown) => Array.isArray(place) && place.length > 0 && place.length <= 20
    && place.every((step, index) => (index === 0
      ? Number.isInteger(step)
      : Number.isInteger(step) || (typeof step === 'string' && !unsafeSegments.has(step)))));
}

function isEnvelope(message: unknown): boolean {
  if (!isRecord(message) || typeof message['i'] !== 'string' || !callId.test(message['i'])) return false;
  if (message['t'] === abortType) return Object.keys(message).every((key) => key === 'i' || key === 't');
  if (!hasOnly(message, requestKeys)) return false;
  const payload = message['p'];
  if (!isRecord(payload) || !hasOnly(payload, payloadKeys)) return false;
  if (typeof payload['u'] !== 'string' || !procedureUrl.test(payload['u'])) return false;
  const body = payload['b'];
  return body === undefined || (isRecord(body) && hasOnly(body, bodyKeys) && isMeta(body['meta']));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bytesOf(data: unknown): Uint8Array<ArrayBuffer> | null {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  // Shared memory could change between the check and the use.
  if (!ArrayBuffer.isView(data) || !(data.buffer instanceof ArrayBuffer)) return null;
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Text of a message, or null if it is none: bytes have to be UTF-8. */
function textOf(data: string | Uint8Array<ArrayBuffer>): string | null {
  if (typeof data === 'string') return data;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return null;
  }
}

/**
 * Stands in front of oRPC's adapter of one pipe and lets through what a client of the contract can have sent: text or
 * bytes of at most 1 MiB, at most 500 a second, one call or one abort, no headers, no method, no file. oRPC itself has
 * no limit and ends the process on some malformed messages (reliability.md F14). One gate per pipe.
 */
export function createGate(options: GateOptions = {}): (data: unknown) => GateVerdict {
  const { maxBytes = 1024 * 1024, maxPerSecond = 500, now = () => performance.now() } = options;
  let windowStart = now();
  let inWindow = 0;
  return (data) => {
    const at = now();
    if (at - windowStart >= 1000) {
      windowStart = at;
      inWindow = 0;
    }
    inWindow += 1;
    if (inWindow > maxPerSecond) return { refused: 'TOO_MANY' };
    const message = typeof data === 'string' ? data : bytesOf(data);
    if (message === null) return { refused: 'NOT_TEXT' };
    if (Buffer.byteLength(message) > maxBytes) return { refused: 'TOO_LARGE' };
    const text = textOf(message);
    if (text === null) return { refused: 'NOT_TEXT' };
    const envelope = parse(text);
    if (envelope === undefined) return { refused: 'NOT_JSON' };
    return isEnvelope(envelope) ? { text } : { refused: 'NOT_AN_ENVELOPE' };
  };
}
