import { EarshotError } from '#shared/errors.ts';

/** `D:20261121120000+00'00'`, the form of a date in a PDF. */
function pdfDate(iso: string): string {
  return `D:${iso.slice(0, 19).replace(/[-T:]/g, '')}+00'00'`;
}

/** The dates of a printed PDF set to the story's own, in place: every byte keeps its address. */
export function withFixedDates(pdf: Uint8Array, generatedAt: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  return new Uint8Array(Buffer.from(text.replace(/\((D:\d{14}[+-]\d\d'\d\d')\)/g, (whole, date: string) => {
    const fixed = pdfDate(generatedAt);
    return fixed.length === date.length ? `(${fixed})` : whole;
  }), 'latin1'));
}

export type Attachment = { name: string; content: string; at: string };

/** What an update of a PDF needs to know of it: its last table, the number of its objects, its catalog. */
type Ends = { table: string; size: number; root: string; info: string; catalog: string };

function endsOf(text: string): Ends | null {
  const trailer = /trailer\s*<<[\s\S]*?>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  const size = /\/Size (\d+)/.exec(trailer?.[0] ?? '')?.[1];
  const root = /\/Root (\d+) 0 R/.exec(trailer?.[0] ?? '')?.[1];
  const catalog = root === undefined ? undefined : new RegExp(`(?:^|\\n)${root} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`).exec(text)?.[1];
  if (!trailer || size === undefined || root === undefined || catalog === undefined) return null;
  return { table: trailer[1] ?? '0', size: Number(size), root, info: /\/Info \d+ 0 R/.exec(trailer[0])?.[0] ?? '', catalog };
}

/**
 * A PDF with a file attached, by an incremental update (ISO 32000-1, 7.5.6): what was printed stays as it is, byte for
 * byte; new objects, a catalog that names them, and a table of their addresses follow. `content` is plain ASCII.
 * @throws EarshotError when the PDF is not of the plain kind that Chromium prints
 */
export function withAttachment(pdf: Uint8Array, attachment: Attachment): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const ends = endsOf(text);
  if (ends === null) throw new EarshotError('NOT_AVAILABLE', 'The browser printed a PDF of a kind that Earshot does not know. Nothing was written.');
  const { size, root, info, table: before } = ends;
  let end = text.endsWith('\n') ? text : `${text}\n`;
  const addresses = attachedObjects(ends, attachment).map(([number, body]) => {
    const address = end.length;
    end += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${String(address).padStart(10, '0')} 00000 n \n`;
  });
  const table = end.length;
  end += `xref\n${addresses.join('')}trailer\n<</Size ${size + 2}\n/Root ${root} 0 R\n${info}\n/Prev ${before}>>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(end, 'latin1'));
}

/** The catalog with the attachment's name, the attached bytes, and what says what they are. */
function attachedObjects({ root, catalog, size }: Ends, { name, content, at }: Attachment): [number, string][] {
  return [
    [Number(root), `<<${catalog}\n/Names <</EmbeddedFiles <</Names [(${name}) ${size + 1} 0 R]>>>>>>`],
    [size, `<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Params <</Size ${content.length}\n/ModDate (${pdfDate(at)})>>\n/Length ${content.length}>>\nstream\n${content}\nendstream`],
    [size + 1, `<</Type /Filespec\n/F (${name})\n/UF (${name})\n/AFRelationship /Data\n/EF <</F ${size} 0 R>>>>`],
  ];
}
