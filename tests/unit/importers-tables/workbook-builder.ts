import { zipSync, type Zippable } from 'fflate';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type BuiltSheet = { name: string; data: string };

/** The parts of a smallest workbook; `data` is what stands inside `<sheetData>`. Style 1 is a date, style 2 `mm:ss`. */
export function workbookParts(sheets: readonly BuiltSheet[], sharedStrings: readonly string[] = []): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {
    'xl/workbook.xml': text(`${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': text(`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
    'xl/styles.xml': text(`${head}<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="45" applyNumberFormat="1"/></cellXfs></styleSheet>`),
    'xl/sharedStrings.xml': text(`${head}<sst xmlns="${main}">${sharedStrings.map((value) => `<si><t>${value}</t></si>`).join('')}</sst>`),
  };
  for (const [index, { data }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = text(`${head}<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`);
  }
  return parts;
}

/** A workbook file of these parts. */
export function workbookOf(sheets: readonly BuiltSheet[], sharedStrings: readonly string[] = []): Uint8Array {
  return zipSync(workbookParts(sheets, sharedStrings) as Zippable);
}

/** A row of inline texts from column A on. */
export function textRow(row: number, cells: readonly string[]): string {
  return `<row r="${row}">${cells.map((cell, index) => `<c r="${String.fromCharCode(65 + index)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
}
