import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { BriefingTheme, Story } from '#shared/model/briefing.ts';
import { withCarriedClaims } from '../carried-claims.ts';
import type { Edition } from '../edition.ts';
import { frozenClaims } from '../frozen-claims.ts';
import { chartBook } from './chart-book.ts';
import { chartXml } from './chart-xml.ts';
import type { NativeChart } from './native-chart.ts';
import { escapeXml } from './xml-text.ts';

/** What pptxgenjs leaves open: unique ids, alternative text, marked decoration, language, what stands in the charts, the theme, fixed times; and the claims that travel along. */
export function postProcess(deck: Uint8Array, { story, logo }: Edition, charts: readonly NativeChart[]): Uint8Array {
  const parts = withCarriedClaims(numberedFromOne(unzipSync(deck)), 'ppt/presentation.xml', frozenClaims(story));
  const done: Record<string, [Uint8Array, { mtime: string; level: 6 }]> = {};
  for (const [name, bytes] of Object.entries(parts)) {
    done[name] = [change(name, bytes, { story, logoAlt: logo?.alt ?? '', charts }), { mtime: '1980-01-02T00:00:00', level: 6 }];
  }
  return zipSync(done);
}

/** The library counts charts over all decks of a process; here each deck's charts start at 1, so that its bytes repeat. */
function numberedFromOne(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const numbers = Object.keys(parts).flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []).sort((a, b) => Number(a) - Number(b));
  const renumbered = (text: string) => text.replace(/(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=\.x)/g, (_whole, stem: string, number: string) => `${stem}${numbers.indexOf(number) + 1}`);
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) =>
    [renumbered(name), name.endsWith('.rels') || name === '[Content_Types].xml' ? strToU8(renumbered(strFromU8(bytes))) : bytes]));
}

function change(name: string, bytes: Uint8Array, { story, logoAlt, charts }: { story: Story; logoAlt: string; charts: readonly NativeChart[] }): Uint8Array {
  const chart = charts[Number(/^ppt\/(?:charts\/chart|embeddings\/Microsoft_Excel_Worksheet)(\d+)\.(?:xml|xlsx)$/.exec(name)?.[1] ?? 0) - 1];
  const { theme } = story.choices;
  const xml = (rewrite: (text: string) => string) => strToU8(withSchemeColours(rewrite(strFromU8(bytes)), theme));
  if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) return xml(slideXml);
  if (/^ppt\/slide(Layouts|Masters)\/[^/]*\.xml$/.test(name)) return xml((text) => withLanguage(withLogoWords(text, logoAlt)));
  if (chart !== undefined) return name.endsWith('.xlsx') ? chartBook(chart) : xml(() => chartXml(chart));
  if (/^ppt\/theme\/theme\d+\.xml$/.test(name)) return strToU8(themeXml(strFromU8(bytes), theme));
  if (name === 'docProps/core.xml') return strToU8(core(strFromU8(bytes), story));
  return bytes;
}

const slots = { company: 'accent1', customer: 'accent2', accent: 'accent3' } as const;

/** Our three colours in the theme, under a name of its own. */
function themeXml(xml: string, theme: BriefingTheme): string {
  return (Object.entries(slots) as [keyof typeof slots, string][]).reduce((text, [name, slot]) =>
    text.replace(new RegExp(`<a:${slot}>[\\s\\S]*?</a:${slot}>`), `<a:${slot}><a:srgbClr val="${theme[name].slice(1).toUpperCase()}"/></a:${slot}>`), xml)
    .replace(/<a:clrScheme name="[^"]*">/, '<a:clrScheme name="Earshot">').replace(/<a:fontScheme name="[^"]*">/, '<a:fontScheme name="Earshot">');
}

/** Our colours and fonts by their place in the theme, so that a company's template can take their place. */
function withSchemeColours(xml: string, theme: BriefingTheme): string {
  const coloured = (Object.entries(slots) as [keyof typeof slots, string][]).reduce((text, [name, slot]) =>
    text.replace(new RegExp(`<a:srgbClr val="${theme[name].slice(1)}"(?:/>|></a:srgbClr>)`, 'gi'), `<a:schemeClr val="${slot}"/>`), xml);
  return coloured.replace(/<a:(?:ea|cs) typeface="\+m[jn]-lt"[^>]*\/>/g, '');
}

/** The logo is the only picture of the master. */
function withLogoWords(xml: string, alt: string): string {
  return alt === '' ? xml : xml.replace(/(<p:pic>\s*<p:nvPicPr>\s*<p:cNvPr [^>]*?)(?: descr="[^"]*")?(\/?>)/g, `$1 descr="${escapeXml(alt)}"$2`);
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

function core(xml: string, story: Story): string {
  const at = `${story.generatedAt.slice(0, 19)}Z`;
  const dated = xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`);
  return dated.includes('<dc:language>') ? dated : dated.replace('<dc:title>', `<dc:language>en-GB</dc:language><dc:title>`)
    .replace(/<dc:title>[^<]*/, `<dc:title>${escapeXml(story.title)}`);
}
