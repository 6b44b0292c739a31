import { createHash } from 'node:crypto';
import { UnreadableFileError, type SourceFile } from '#engine/importers/importer.ts';
import { inflateZipEntry, listZipEntries, newInflateBudget } from '#engine/importers/tables/zip-guard.ts';
import { attributeOf, descendants, elementsOf, readXmlBytes, textIn, type XmlElement } from '#engine/importers/xml/read-xml.ts';
import { nameUuid } from '#engine/codebook/name-uuid.ts';
import { undescribe } from './description.ts';
import type { ExchangeCode } from './exchange-code.ts';

/** A codebook as its file tells it. */
export type CodebookFile = { format: 'qdc' | 'qdpx'; origin: string | null; codes: ExchangeCode[]; remarks: string[] };

const maxBytes = 64 * 1024 * 1024;
const maxCodes = 2_000;

/**
 * Reads a codebook file (`.qdc`) or the codebook of a project file (`.qdpx`, or the `.qde` inside one). Tolerant as the
 * standard's own samples demand: names count without their prefix, order does not, ids need not be UUIDs.
 * @throws UnreadableFileError
 */
export async function readCodebookFile(source: SourceFile, signal: AbortSignal): Promise<CodebookFile> {
  if (source.size > maxBytes) throw unreadable('TOO_LARGE', 'This file is larger than any codebook. Choose the .qdc or .qdpx file that your program exported.');
  const bytes = await source.read();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const root = readXmlBytes(isZip ? await projectPart(bytes, signal) : bytes);
  const book = root.name.toLowerCase() === 'codebook' ? root : descendants(root, 'CodeBook')[0];
  const list = book === undefined ? undefined : elementsOf(book).find(({ name }) => name === 'Codes');
  if (list === undefined) throw unreadable('NO_CODEBOOK', 'This file holds no codebook. Export the codebook as .qdc, or the whole project as .qdpx, from the program that made it.');
  const reading = new Reading(createHash('sha256').update(bytes).digest('hex'));
  const codes = reading.codesIn(list);
  if (codes.length === 0) throw unreadable('NO_CODEBOOK', 'The codebook in this file has no codes.');
  return { format: root === book ? 'qdc' : 'qdpx', origin: attributeOf(root, 'origin') ?? null, codes, remarks: reading.remarks };
}

/** The one `.qde` at the root of the archive, whatever its case and name. */
async function projectPart(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const parts = [...listZipEntries(bytes).values()].filter(({ name }) => /^[^/\\]+\.qde$/iu.test(name));
    const part = parts.find(({ name }) => name.toLowerCase() === 'project.qde') ?? (parts.length === 1 ? parts[0] : undefined);
    if (part === undefined) throw unreadable('NO_CODEBOOK', 'This archive holds no project of REFI-QDA (.qde). Export the project as .qdpx again.');
    return await inflateZipEntry(bytes, part, { budget: newInflateBudget(), signal });
  } catch (error) {
    // The archive reader speaks of workbooks.
    if (error instanceof UnreadableFileError && error.problem.code.startsWith('ARCHIVE_')) {
      throw unreadable(error.problem.code, 'This archive is damaged, protected or far too large inside. Export the project as .qdpx again.');
    }
    throw error;
  }
}

const uuid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/iu;

class Reading {
  readonly remarks: string[] = [];
  readonly #seen = new Map<string, string>();
  #count = 0;

  constructor(private readonly fileHash: string) {}

  codesIn(element: XmlElement): ExchangeCode[] {
    return elementsOf(element).filter(({ name }) => name === 'Code').flatMap((code) => this.#code(code) ?? []);
  }

  #code(element: XmlElement): ExchangeCode | null {
    this.#count += 1;
    if (this.#count > maxCodes) throw unreadable('TOO_LARGE', `This file holds more than ${maxCodes} codes. Split it into smaller codebooks.`);
    const stated = (attributeOf(element, 'name') ?? '').replaceAll(/\s+/gu, ' ').trim();
    const name = stated === '' ? `Code ${this.#count}` : stated.slice(0, 120).trim();
    if (stated === '') this.remarks.push(`A code without a name is called “${name}”.`);
    else if (name !== stated) this.remarks.push(`The name “${name}…” was cut to 120 characters.`);
    const description = elementsOf(element).find((child) => child.name === 'Description');
    const { definition, own } = undescribe((description === undefined ? '' : textIn(description)).replaceAll('\r\n', '\n'));
    if (definition.length > 4000) this.remarks.push(`The definition of “${name}” was cut to 4,000 characters.`);
    const id = this.#idOf(element, name);
    if (id === null) return null;
    return { id, name, isCodable: !/^(false|0)$/iu.test(attributeOf(element, 'isCodable') ?? 'true'), colour: colourIn(element), definition: definition.slice(0, 4000), own, children: this.codesIn(element) };
  }

  /** The id as Earshot writes it; null for a code that the file holds twice. */
  #idOf(element: XmlElement, name: string): string | null {
    const stated = attributeOf(element, 'guid') ?? '';
    const found = uuid.exec(stated.trim())?.[1]?.toLowerCase();
    if (found === undefined) this.remarks.push(`“${name}” has no proper id; it gets one made of the file and “${stated}”.`);
    const id = found ?? nameUuid(`${this.fileHash} ${stated === '' ? `${this.#count} ${name}` : stated}`);
    const earlier = this.#seen.get(id);
    if (earlier === undefined) {
      this.#seen.set(id, name);
      return id;
    }
    if (earlier === name && elementsOf(element).every((child) => child.name !== 'Code')) {
      this.remarks.push(`“${name}” stands in the file twice and is taken once.`);
      return null;
    }
    this.remarks.push(`“${name}” has the id of “${earlier}”; it gets one of its own.`);
    return nameUuid(`${this.fileHash} ${id} ${this.#count}`);
  }
}

function colourIn(element: XmlElement): string | null {
  const stated = (attributeOf(element, 'color') ?? '').trim();
  if (/^#[0-9a-f]{6}$/iu.test(stated)) return stated.toLowerCase();
  return /^#[0-9a-f]{3}$/iu.test(stated) ? `#${[...stated.slice(1)].map((digit) => digit + digit).join('')}`.toLowerCase() : null;
}

function unreadable(code: string, message: string): UnreadableFileError {
  return new UnreadableFileError({ row: null, column: null, code, found: null, expected: 'a .qdc or .qdpx file', message });
}
