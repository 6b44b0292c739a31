import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfNode = { role?: string; alt?: string; children?: PdfNode[] };
const nodes = (node: PdfNode | null): PdfNode[] => node === null ? [] : [node, ...(node.children ?? []).flatMap(nodes)];

/** A PDF as a reader gets it: its pages, the nodes of its structure tree in their order, and the words of each page. */
export async function openPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_page, at) => pdf.getPage(at + 1)));
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as unknown as (PdfNode | null)[];
  return { pdf, pages, tree: trees.flatMap(nodes), text: await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => 'str' in item ? item.str : '').join(' ').replace(/\s+/g, ' '))) };
}

/** What would be wrong with a PDF for those who do not see it, in words. */
export async function pdfProblems(bytes: Uint8Array): Promise<string[]> {
  const { pdf, tree } = await openPdf(bytes);
  const [meta, mark, outline] = await Promise.all([pdf.getMetadata(), pdf.getMarkInfo(), pdf.getOutline()]);
  const info = meta.info as { Title?: string; Language?: string };
  const levels = tree.flatMap(({ role }) => /^H[1-6]$/.test(role ?? '') ? [Number(role?.slice(1))] : []);
  const bookmarks = (outline as { title: string; items: unknown[] }[] | null) ?? [];
  return [
    ...((mark as { Marked?: boolean } | null)?.Marked === true ? [] : ['it is not tagged']), ...((info.Title ?? '').length > 10 ? [] : ['it has no title']), ...(info.Language === 'en-GB' ? [] : ['it has no language']),
    ...(levels[0] === 1 && levels.filter((level) => level === 1).length === 1 ? [] : ['it does not begin with its one first heading']),
    ...(levels.every((level, at) => level - (levels[at - 1] ?? 0) <= 1) ? [] : ['a level of headings is left out']),
    ...(bookmarks.length > 0 ? [] : ['it has no bookmarks']), ...tree.flatMap(({ role, alt }) => role === 'Figure' && (alt ?? '').length < 40 ? ['a figure has no words'] : []),
    ...(tree.some(({ role }) => role === 'Table') && !tree.some(({ role }) => role === 'TH') ? ['a table has no header'] : []),
  ];
}
