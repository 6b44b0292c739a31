import { SaxesParser } from 'saxes';
import { UnreadableFileError } from '../importer.ts';
import { MAX_COLUMNS } from './limits.ts';
import { archiveRefused, inflateZipEntry, newInflateBudget, type ZipEntry } from './zip-guard.ts';

/** Excel's own last row. */
const MAX_SHEET_ROWS = 1_048_576;
/** Rows times columns that a sheet may span: empty cells between take room too. */
const MAX_CELLS = 40_000_000;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** `position` counts the workbook's list of sheets from 1, charts included. */
export type WorkbookSheet = { name: string; part: string; position: number };
export type WorkbookParts = {
  sheets: readonly WorkbookSheet[];
  /** Everything but the sheets that reading needs: workbook, relations, styles, shared strings. */
  frame: Record<string, Uint8Array>;
  /** A sheet's own part, inflated and checked. @throws UnreadableFileError */
  sheetPart(sheet: WorkbookSheet): Promise<Uint8Array>;
};

function refused(code: string, found: string, message: string): UnreadableFileError {
  return new UnreadableFileError({ row: null, column: null, code, found, expected: 'an .xlsx workbook', message });
}

/** What else an Office or OpenDocument archive may be, in words. */
function notAWorkbook(entries: ReadonlyMap<string, ZipEntry>): UnreadableFileError {
  if (entries.has('xl/workbook.bin')) return refused('NOT_A_WORKBOOK', 'a binary .xlsb workbook', 'This is a binary workbook (.xlsb). Save it as .xlsx or .csv.');
  if (entries.has('word/document.xml')) return refused('NOT_A_WORKBOOK', 'a Word document', 'This is a Word document, not a workbook. Save the table in it as .xlsx or .csv.');
  if (entries.has('content.xml')) return refused('NOT_A_WORKBOOK', 'an OpenDocument file', 'This is an OpenDocument file. Save it as .xlsx or .csv.');
  return refused('NOT_A_WORKBOOK', 'an archive without a workbook', 'This archive holds no workbook. Unpack it and import the files in it.');
}

/** Elements of a small XML part, in order. */
function elementsOf(xml: Uint8Array): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    found.push({ name: tag.name.replace(/^.*:/, ''), attributes: tag.attributes as Record<string, string> });
  });
  try {
    parser.write(new TextDecoder().decode(xml)).close();
  } catch (error) {
    throw archiveRefused('ARCHIVE_DAMAGED', error instanceof Error ? error.message : 'broken XML');
  }
  return found;
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Document type definitions are how XML is made to explode or to read other files; no workbook has one. */
function refuseDoctype(xml: Uint8Array, part: string): void {
  if (Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).includes('<!')) {
    const text = new TextDecoder().decode(xml);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
      throw refused('WORKBOOK_UNSAFE', `a document type definition in "${part}"`, 'This workbook holds a document type definition, which no spreadsheet program writes. It is not opened.');
    }
  }
}

const CELL_TAG = /<(?:[\w.-]+:)?(?:row|c)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const REFERENCE = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/;

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A sheet whose addresses leap far out would fill the memory with empty cells, so they are looked at before it is read. */
function refuseWideSpan(xml: Uint8Array): void {
  let lastRow = 0;
  let lastColumn = 0;
  for (const tag of new TextDecoder().decode(xml).matchAll(CELL_TAG)) {
    const match = REFERENCE.exec(tag[1] ?? '');
    if (!match) continue;
    const parts = /^([A-Z]{0,3})(\d{1,7})$/.exec(match[1] ?? match[2] ?? '');
    if (!parts) throw archiveRefused('ARCHIVE_DAMAGED', `a cell address "${(match[1] ?? match[2] ?? '').slice(0, 40)}"`);
    lastRow = Math.max(lastRow, Number(parts[2]));
    lastColumn = Math.max(lastColumn, columnNumber(parts[1] ?? ''));
  }
  if (lastColumn > MAX_COLUMNS) {
    throw refused('TOO_MANY_COLUMNS', `${lastColumn} columns`, `This sheet has ${lastColumn} columns; at most ${MAX_COLUMNS} can be read. Delete the columns you do not need.`);
  }
  if (lastRow > MAX_SHEET_ROWS || lastRow * lastColumn > MAX_CELLS) {
    throw refused('WORKBOOK_TOO_LARGE', `${lastRow} rows of ${lastColumn} columns`, 'This sheet spans more cells than can be read at once. Save it as .csv.');
  }
}

type Relation = { id: string; part: string; isFrame: boolean };

function relationsOf(xml: Uint8Array): Relation[] {
  return elementsOf(xml)
    .filter(({ name }) => name === 'Relationship')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      part: partName(attributes['Target'] ?? ''),
      isFrame: /\/(?:styles|sharedStrings)$/.test(attributes['Type'] ?? ''),
    }));
}

function sheetsOf(workbook: Uint8Array, relations: readonly Relation[], entries: ReadonlyMap<string, ZipEntry>): WorkbookSheet[] {
  const parts = new Map(relations.map(({ id, part }) => [id, part]));
  const listed = elementsOf(workbook).filter(({ name, attributes }) => name === 'sheet' && attributes['name']);
  return listed.flatMap(({ attributes }, index) => {
    const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
    const part = parts.get(id);
    return part && entries.has(part) ? [{ name: attributes['name'] ?? '', part, position: index + 1 }] : [];
  });
}

/**
 * Opens a workbook's archive under the limits and lists its sheets. Only the parts that are needed are inflated.
 * @throws UnreadableFileError
 */
export async function openWorkbookParts(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, signal?: AbortSignal): Promise<WorkbookParts> {
  const budget = newInflateBudget();
  const inflated = async (part: string): Promise<Uint8Array | null> => {
    const entry = entries.get(part);
    if (!entry) return null;
    const xml = await inflateZipEntry(bytes, entry, { budget, signal });
    refuseDoctype(xml, part);
    return xml;
  };
  const workbook = await inflated(WORKBOOK);
  const relationsXml = await inflated(RELATIONS);
  if (!workbook || !relationsXml) throw notAWorkbook(entries);
  const frame: Record<string, Uint8Array> = { [WORKBOOK]: workbook, [RELATIONS]: relationsXml };
  const relations = relationsOf(relationsXml);
  for (const { part } of relations.filter(({ isFrame }) => isFrame)) {
    const xml = await inflated(part);
    if (xml) frame[part] = xml;
  }
  return {
    sheets: sheetsOf(workbook, relations, entries),
    frame,
    sheetPart: async (sheet) => {
      const xml = await inflated(sheet.part);
      if (!xml) throw archiveRefused('ARCHIVE_DAMAGED', `no part for sheet "${sheet.name}"`);
      refuseWideSpan(xml);
      return xml;
    },
  };
}
