import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Story } from '#shared/model/briefing.ts';
import { escapeXml } from './xml-text.ts';

/** What pptxgenjs leaves open: unique ids, alternative text, marked decoration, language, chart marks, fixed times. */
export function postProcess(deck: Uint8Array, story: Story): Uint8Array {
  const parts = unzipSync(deck);
  const done: Record<string, [Uint8Array, { mtime: string; level: 6 }]> = {};
  for (const [name, bytes] of Object.entries(parts)) {
    done[name] = [change(name, bytes, story), { mtime: '1980-01-02T00:00:00', level: 6 }];
  }
  return zipSync(done);
}

function change(name: string, bytes: Uint8Array, story: Story): Uint8Array {
  if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) return strToU8(slideXml(strFromU8(bytes)));
  if (/^ppt\/slide(Layouts|Masters)\/.*\.xml$/.test(name)) return strToU8(withLanguage(strFromU8(bytes)));
  if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) return strToU8(dumbbell(strFromU8(bytes)));
  if (name === 'docProps/core.xml') return strToU8(core(strFromU8(bytes), story));
  if (name.endsWith('.xlsx')) return fixedTimes(bytes);
  return bytes;
}

function slideXml(xml: string): string {
  let id = 1;
  return withLanguage(xml).replace(/<p:cNvPr id="\d+" [^>]*>/g, (tag) => describedShape(tag, (id += 1)));
}

const decorative = '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** A shape's own tag with a unique id and alternative text: what was given, else its name; decoration is marked as such. */
function describedShape(tag: string, id: number): string {
  const name = / name="([^"]*)"/.exec(tag)?.[1] ?? '';
  const given = / descr="([^"]*)"/.exec(tag)?.[1] ?? '';
  const isDecoration = name.startsWith('Decoration');
  const isClosed = tag.endsWith('/>');
  const start = `<p:cNvPr id="${id}" name="${name}" descr="${isDecoration ? '' : given || name}"`;
  if (!isDecoration) return `${start}${isClosed ? '/>' : '>'}`;
  return `${start}>${decorative}${isClosed ? '</p:cNvPr>' : ''}`;
}

function withLanguage(xml: string): string {
  return xml.replace(/ lang="[^"]*"/g, ' lang="en-GB"').replace(/<a:(rPr|endParaRPr)(?![^>]* lang=)/g, '<a:$1 lang="en-GB"');
}

/**
 * Two series of marks without a line, joined by high-low lines: a dumbbell that stays a native, editable chart. Shapes
 * differ as well as colours: a square for the company, a circle for the customer.
 */
function dumbbell(xml: string): string {
  const symbols = ['square', 'circle'];
  let series = 0;
  return xml
    .replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (whole) => {
      const symbol = symbols[series++] ?? 'circle';
      const position = series === 1 ? 't' : 'b';
      return whole
        .replace(/<c:symbol val="[^"]*"\/>/g, `<c:symbol val="${symbol}"/>`)
        .replace(/<c:dLblPos val="[^"]*"\/>/g, `<c:dLblPos val="${position}"/>`)
        .replace(/(<\/c:tx>\s*<c:invertIfNegative[^>]*\/>|<\/c:tx>)\s*<c:spPr>[\s\S]*?<\/c:spPr>/, '$1<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>');
    })
    .replace(/(<c:marker val="1"\/>\s*)(<c:axId)/, '<c:hiLowLines><c:spPr><a:ln w="38100" cap="rnd"><a:solidFill><a:srgbClr val="C9CFD8"/></a:solidFill></a:ln></c:spPr></c:hiLowLines>$1$2');
}

function core(xml: string, story: Story): string {
  const at = `${story.generatedAt.slice(0, 19)}Z`;
  const dated = xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`);
  return dated.includes('<dc:language>') ? dated : dated.replace('<dc:title>', `<dc:language>en-GB</dc:language><dc:title>`)
    .replace(/<dc:title>[^<]*/, `<dc:title>${escapeXml(story.title)}`);
}

/** The workbook inside a chart, with fixed times, so that the same story gives the same bytes. */
function fixedTimes(workbook: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(workbook)).map(([name, bytes]): [string, [Uint8Array, { mtime: string; level: 6 }]] => {
    const isCore = name === 'docProps/core.xml';
    const content = isCore ? strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$11980-01-02T00:00:00Z')) : bytes;
    return [name, [content, { mtime: '1980-01-02T00:00:00', level: 6 }]];
  });
  return zipSync(Object.fromEntries(entries));
}
