import { unzipSync } from 'fflate';
import { EarshotError } from '#shared/errors.ts';
import type { BriefingComparison, Claim, ComparedClaim, Story } from '#shared/model/briefing.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import { carriedClaims } from './carried-claims.ts';
import { claimsOf } from './edition.ts';
import { FrozenClaims } from './frozen-claims.ts';

const maxBytes = 256 * 1024 * 1024;
/** The parts of an archive that can hold claims; nothing else of it is unpacked. */
const carrying = /^(?:customXml\/item\d+\.xml|earshot-claims\.json)$/;
const maxPartBytes = 16 * 1024 * 1024;

/**
 * Opens an exported briefing again, whatever its format, and lays each of its claims beside the same claim of today:
 * `whole` says everything that can be claimed, `shown` what the briefing claims as it stands. @throws EarshotError UNREADABLE_FILE when no claims travel in it
 */
export async function compareBriefing(file: SourceFile, { shown, whole }: { shown: Story; whole: Story }): Promise<BriefingComparison> {
  const before = await readClaims(file);
  const now = new Map([...claimsOf(shown), ...claimsOf(whole)].map((claim) => [claim.id, claim]));
  const known = new Set(before.claims.map((claim) => claim.id));
  return {
    name: file.name.split('/').at(-1) ?? file.name, title: before.title, generatedAt: before.generatedAt, period: before.period,
    isSameData: before.dataFingerprint === shown.dataFingerprint,
    claims: [
      ...before.claims.map((claim) => compared(claim, now.get(claim.id))),
      ...claimsOf(shown).filter((claim) => !known.has(claim.id)).map(({ id, text, definition, envelope }): ComparedClaim => ({ id, text, definition, before: null, now: envelope, state: 'new' })),
    ],
  };
}

function compared(claim: Claim, today: Claim | undefined): ComparedClaim {
  const { id, text, definition, envelope } = claim;
  const now = today?.envelope ?? null;
  return { id, text, definition, before: envelope, now, state: now === null ? 'gone' : stateOf(envelope, now) };
}

/** `different` needs the new value outside the old interval; without an interval, any other value is different. */
function stateOf(before: Envelope, now: Envelope): ComparedClaim['state'] {
  if (before.value === now.value && before.n === now.n) return 'same';
  if (before.value === null || now.value === null) return 'different';
  const { ci } = before;
  const isWithin = ci === null ? before.value === now.value : now.value >= ci.lo && now.value <= ci.hi;
  return isWithin ? 'moved' : 'different';
}

async function readClaims(file: SourceFile): Promise<FrozenClaims> {
  const refused = new EarshotError('UNREADABLE_FILE', `“${file.name.split('/').at(-1) ?? file.name}” carries no claims of a briefing. Choose a PowerPoint, PDF, Excel, web page or ZIP file that Earshot wrote.`);
  if (file.size > maxBytes) throw refused;
  const text = claimsText(await file.read());
  try {
    return FrozenClaims.parse(JSON.parse(text ?? ''));
  } catch {
    throw refused;
  }
}

function claimsText(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head.startsWith('PK')) return fromArchive(bytes);
  const text = Buffer.from(bytes).toString('utf8');
  if (head === '%PDF-') return /\/EmbeddedFile\n[\s\S]*?\nstream\n(\{"earshot":"briefing"[\s\S]*?)\nendstream/.exec(text)?.[1] ?? null;
  const page = /<pre hidden id="earshot-claims">([^<]*)<\/pre>/.exec(text)?.[1];
  return page === undefined ? null : page.replace(/&(amp|lt|gt|quot|#39);/g, (_entity, name: string) => entities[name] ?? '');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function fromArchive(bytes: Uint8Array): string | null {
  try {
    const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => carrying.test(name) && originalSize <= maxPartBytes });
    const own = parts['earshot-claims.json'];
    return own === undefined ? carriedClaims(parts) : Buffer.from(own).toString('utf8');
  } catch {
    return null;
  }
}
