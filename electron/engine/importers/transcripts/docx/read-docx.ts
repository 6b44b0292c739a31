import { UnreadableFileError } from '#engine/importers/importer.ts';
import { inflateZipEntry, listZipEntries, newInflateBudget } from '#engine/importers/tables/zip-guard.ts';
import { descendants, elementsOf, readXmlBytes, type XmlElement } from '#engine/importers/xml/read-xml.ts';

const documentPart = 'word/document.xml';

/**
 * The text of a Word document, a line a paragraph or line break.
 * @throws UnreadableFileError for a damaged, encrypted or exploding archive
 */
export async function readDocxText(bytes: Uint8Array, signal: AbortSignal): Promise<string> {
  const part = await inDocumentWords(async () => {
    const entry = listZipEntries(bytes).get(documentPart);
    return entry === undefined ? null : inflateZipEntry(bytes, entry, { budget: newInflateBudget(), signal });
  });
  if (part === null) throw refusal('DOCX_INVALID', 'no text');
  return descendants(readXmlBytes(part), 'p').map(paragraphText).join('\n');
}

function paragraphText(paragraph: XmlElement): string {
  return elementsOf(paragraph).map(runText).join('');
}

/** Deleted text (`delText`) and field codes (`instrText`) are not read; a text box's own paragraphs come by themselves. */
function runText(element: XmlElement): string {
  switch (element.name) {
    case 't': return element.children.filter((child) => typeof child === 'string').join('');
    case 'br': case 'cr': return '\n';
    case 'tab': return '\t';
    case 'p': return '';
    default: return elementsOf(element).map(runText).join('');
  }
}

/** The archive reader speaks of workbooks. */
async function inDocumentWords<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFileError) throw refusal(error.problem.code, error.problem.found);
    throw error;
  }
}

function refusal(code: string, found: string | null): UnreadableFileError {
  const reasons: Record<string, string> = {
    ARCHIVE_ENCRYPTED: 'This document is protected with a password. Save it without the password and import it again.',
    ARCHIVE_TOO_LARGE: 'This document unpacks to far more than its size lets expect, so it is not opened. Save its text as .txt.',
  };
  return new UnreadableFileError({
    row: null, column: null, code, found, expected: 'a .docx document',
    message: reasons[code] ?? 'This Word document is damaged and cannot be opened. Open it in your word processor and save it again as .docx or .txt.',
  });
}
