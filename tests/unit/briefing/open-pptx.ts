import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export type Element = { name: string; attributes: Record<string, string>; path: string; text: string };

/** Every element of an XML part in document order, with its ancestors; throws where it is not well-formed. */
export function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, attributes: tag.attributes as Record<string, string>, path: open.map(({ name }) => name).join('/'), text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => { const last = open.at(-1); if (last) last.text += text; });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return found;
}

/** The parts of a file of the Office family by name, and its XML parts parsed. */
export function openPackage(bytes: Uint8Array) {
  const parts = unzipSync(bytes);
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  return { names: Object.keys(parts), parts, text, elements: (name: string) => elementsOf(text(name)), matching: (pattern: RegExp) => Object.keys(parts).filter((name) => pattern.test(name)).sort() };
}

/** The cells of a workbook's sheet by address; shared strings resolved, formulas as they stand. */
export function cellsOf(workbook: ReturnType<typeof openPackage>, sheet: string): Map<string, { value: string | number; formula: string | null; type: string }> {
  const shared = workbook.names.includes('xl/sharedStrings.xml') ? [...workbook.text('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item]) => elementsOf(`<r>${item}</r>`).map(({ text }) => text).join('')) : [];
  const cells = new Map<string, { value: string | number; formula: string | null; type: string }>();
  let at = '';
  for (const element of workbook.elements(sheet)) {
    if (element.name === 'c') {
      at = element.attributes['r'] ?? '';
      cells.set(at, { value: '', formula: null, type: element.attributes['t'] ?? 'n' });
    }
    const cell = cells.get(at);
    if (cell && element.name === 'v') cell.value = cell.type === 's' ? shared[Number(element.text)] ?? '' : cell.type === 'n' ? Number(element.text) : element.text;
    if (cell && element.name === 't') cell.value = element.text;
    if (cell && element.name === 'f') cell.formula = element.text;
  }
  return cells;
}
