import { strToU8, zipSync } from 'fflate';
import { columnName, sheetColumns, type NativeChart } from './native-chart.ts';
import { escapeXml } from './xml-text.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRels = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The workbook behind a chart, which PowerPoint opens for "Edit data": the very figures, zeros too; every text is a text and is never computed. */
export function chartBook(chart: NativeChart): Uint8Array {
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packageRels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageRels}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet(chart),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime: '1980-01-02T00:00:00', level: 6 as const }]])));
}

function sheet(chart: NativeChart): string {
  const columns = sheetColumns(chart);
  const first = row(1, [chart.head, ...columns.map((column) => column.name)]);
  const rest = chart.rows.map((label, at) => row(at + 2, [label, ...columns.map((column) => column.values[at] ?? null)]));
  return `${head}<worksheet xmlns="${main}"><sheetData>${first}${rest.join('')}</sheetData></worksheet>`;
}

function row(number: number, values: readonly (string | number | null)[]): string {
  return `<row r="${number}">${values.map((value, at) => cell(`${columnName(at)}${number}`, value)).join('')}</row>`;
}

function cell(address: string, value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? `<c r="${address}"><v>${value}</v></c>` : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}
