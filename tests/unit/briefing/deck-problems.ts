import { hasPersonalData } from '#engine/privacy/mask.ts';
import { cellsOf, openPackage } from './open-pptx.ts';

type Deck = ReturnType<typeof openPackage>;

/** What would be wrong with a deck, in words: titles, ids, words for pictures, language, sheets behind charts, references, people. */
export function deckProblems(bytes: Uint8Array, names: readonly string[]): string[] {
  const deck = openPackage(bytes);
  const slides = deck.matching(/^ppt\/slides\/slide\d+\.xml$/);
  return [
    ...(slides.length === 0 ? ['no slide'] : []), ...slides.flatMap((name) => slideProblems(deck, name)),
    ...deck.matching(/^ppt\/charts\/chart\d+\.xml$/).flatMap((name) => chartProblems(deck, name)),
    ...deck.matching(/\.rels$/).flatMap((name) => deck.elements(name).some(({ attributes }) => attributes['TargetMode'] === 'External') ? [`${name} refers to something outside`] : []),
    ...deck.matching(/^ppt\/(slides|charts|notesSlides)\/[^/]*\.xml$/).flatMap((name) => deck.elements(name).filter((element) => ['a:t', 'c:v'].includes(element.name) && /\p{L}/u.test(element.text) && hasPersonalData(withoutReferences(element.text), names)).map(({ text }) => `${name} names a person: ${text}`)),
    ...(deck.text('docProps/core.xml').includes('<dc:language>en-GB</dc:language>') ? [] : ['the file has no language']),
  ];
}

/** Numbers of interactions and fingerprints are long and name nobody; months in a row are dates. */
function withoutReferences(text: string): string {
  return text.replace(/BW-\d{4}-\d{6}/g, '').replace(/Fingerprint [0-9a-f]{16}/, '').replace(/\b20\d\d-\d\d\b/g, '');
}

function slideProblems(deck: Deck, name: string): string[] {
  const elements = deck.elements(name);
  const titles = elements.filter((element) => element.name === 'p:ph' && element.attributes['type'] === 'title');
  const objects = elements.filter((element) => element.name === 'p:cNvPr');
  const ids = objects.map((object) => object.attributes['id']);
  const silent = objects.filter((object) => !object.path.endsWith('p:nvGrpSpPr') && !object.attributes['name']?.startsWith('Decoration') && (object.attributes['descr'] ?? '') === '');
  const runs = elements.filter((element) => ['a:rPr', 'a:endParaRPr'].includes(element.name) && element.attributes['lang'] !== 'en-GB');
  return [
    ...(titles.length === 1 ? [] : [`${name} has ${titles.length} titles`]), ...(new Set(ids).size === ids.length ? [] : [`${name} has an id twice`]),
    ...silent.map((object) => `${name} says nothing of ${object.attributes['name']}`), ...(runs.length === 0 ? [] : [`${name} has words without a language`]),
    ...elements.flatMap((element) => element.name === 'a:tbl' && !elements.some(({ name: tag, attributes }) => tag === 'a:tblPr' && attributes['firstRow'] === '1') ? [`${name} has a table without a header row`] : []),
  ];
}

/** Each figure that a chart shows stands in the cell of the sheet that it refers to. */
function chartProblems(deck: Deck, name: string): string[] {
  const number = /\d+/.exec(name.slice('ppt/charts/'.length))?.[0] ?? '';
  const book = deck.parts[`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`];
  if (book === undefined) return [`${name} has no sheet`];
  const cells = cellsOf(openPackage(book), 'xl/worksheets/sheet1.xml');
  const references = [...deck.text(name).matchAll(/<c:(?:num|str)Ref><c:f>Sheet1!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$\d+)?<\/c:f>([\s\S]*?)<\/c:(?:num|str)Ref>/g)];
  return references.length < 3 ? [`${name} refers to nothing`] : references.flatMap(([, column = '', row = '', cache = '']) =>
    [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].flatMap(([, at, value = '']) => {
      const cell = cells.get(`${column}${Number(row) + Number(at)}`)?.value;
      const shown = value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      return String(cell) === shown ? [] : [`${name} shows ${shown} where its sheet says ${String(cell)}`];
    }));
}
