import { SaxesParser } from 'saxes';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { decodeText, type TextEncoding } from '#engine/importers/text-encoding.ts';

/** `name` without its prefix; attribute names as written. Text and elements in order. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

const maxDepth = 100;
const maxAttributes = 1000;
const maxElements = 3_000_000;

/**
 * A small XML tree. Document types are refused, so nothing can be expanded or fetched.
 * @throws UnreadableFileError with line and column
 */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  const refuse = (code: string, message: string) => unreadable(code, { line: parser.line, column: parser.column + 1 }, message);
  parser.on('doctype', () => {
    throw refuse('XML_DOCTYPE', 'a document type declaration is refused, since it can make a small file endless. Remove the DOCTYPE, or export the file again');
  });
  parser.on('opentag', (tag) => {
    const names = Object.keys(tag.attributes);
    if (open.length >= maxDepth || names.length > maxAttributes || ++elements > maxElements) throw refuse('XML_TOO_LARGE', 'the file is nested or repeated beyond what a transcript has');
    const element: XmlElement = { name: localName(tag.name), attributes: attributesOf(tag.attributes), children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (piece: string) => void open.at(-1)?.children.push(piece);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw refuse('XML_INVALID', `this is not well-formed XML (${reasonOf(error)}). The file is damaged; export it again`);
  }
  if (root === null) throw refuse('XML_INVALID', 'the file holds no element');
  return root;
}

/** As `readXml`, from bytes, honouring the encoding that the file declares. */
export function readXmlBytes(bytes: Uint8Array): XmlElement {
  const declared = /^<\?xml[^>]{0,200}encoding=["']([\w.-]{1,40})["']/i.exec(Buffer.from(bytes.subarray(0, 300)).toString('latin1'))?.[1]?.toLowerCase();
  const isLatin = declared === 'iso-8859-1' || declared === 'windows-1252' || declared === 'latin1';
  const chosen: { encoding?: TextEncoding } = isLatin ? { encoding: 'windows-1252' } : {};
  return readXml(decodeText(bytes, chosen).text);
}

/** All elements of this name below, in order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const pending = elementsOf(element).toReversed();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.name === name) found.push(next);
    pending.push(...elementsOf(next).toReversed());
  }
  return found;
}

/** The child elements, without the text between them. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** All text below, as it stands. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** An attribute by its local name, whatever its prefix. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  const exact = element.attributes[name];
  if (exact !== undefined) return exact;
  const key = Object.keys(element.attributes).find((candidate) => localName(candidate) === name);
  return key === undefined ? undefined : element.attributes[key];
}

function attributesOf(attributes: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** saxes puts `line:column:` in front of its messages; the place is told in words here. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : 'unknown').replace(/^\d+:\d+: /, '').replace(/\.$/, '');
}

function unreadable(code: string, place: { line: number; column: number }, message: string): UnreadableFileError {
  return new UnreadableFileError({
    row: place.line, column: String(place.column), code, found: null, expected: 'XML',
    message: `Line ${place.line}, column ${place.column}: ${message}.`,
  });
}
