import Papa from 'papaparse';

export type Delimiter = ',' | ';' | '\t' | '|';
export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

const ROWS_TO_LOOK_AT = 100;

/** Records of a piece of text. Errors count records of this piece; `cursor` is where the unread rest begins. */
export type ParsedPiece = { data: string[][]; errors: { code: string; row: number }[]; meta: { cursor: number } };

/** One step of papaparse over a piece of text; `isLast` false leaves an unfinished record unread. */
export function parsePiece(text: string, form: { delimiter: string; newline: '\n' | '\r'; preview?: number }, isLast: boolean): ParsedPiece {
  const parser = new Papa.Parser({ delimiter: form.delimiter, newline: form.newline, ...(form.preview === undefined ? {} : { preview: form.preview }) });
  return parser.parse(text, 0, !isLast) as ParsedPiece;
}

/** Old Macintosh exports end lines with CR alone; everything else is read by LF. */
export function detectNewline(head: string): '\n' | '\r' {
  return !head.includes('\n') && head.includes('\r') ? '\r' : '\n';
}

/** How table-like the text is under a delimiter: the share of rows of the usual width, a little more for wider tables. */
function tableLikeness(head: string, delimiter: Delimiter): number {
  const rows = parsePiece(head, { delimiter, newline: detectNewline(head) }, true).data
    .slice(0, ROWS_TO_LOOK_AT)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const cells of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    if (width < 2) continue;
    best = Math.max(best, count / rows.length + Math.min(width, 40) / 1_000);
  }
  return best;
}

/** Excel's own hint: a first line `sep=;`. */
export function statedDelimiter(head: string): Delimiter | null {
  const stated = /^"?sep=([,;\t|])"?\r?(?:\n|$)/i.exec(head)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === stated) ?? null;
}

/**
 * The delimiter under which most rows have the same number of cells. Comma when nothing separates.
 * @param head the first part of the text; its last line may be cut
 */
export function detectDelimiter(head: string): Delimiter {
  const stated = statedDelimiter(head);
  if (stated) return stated;
  const lastEnd = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
  const whole = lastEnd > 0 ? head.slice(0, lastEnd) : head;
  let best: Delimiter = ',';
  let bestScore = 0.3;
  for (const delimiter of DELIMITERS) {
    const score = tableLikeness(whole, delimiter);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
