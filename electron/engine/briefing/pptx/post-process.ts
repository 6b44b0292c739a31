import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { BriefingTheme, Story } from '#shared/model/briefing.ts';
import { withCarriedClaims } from '../carried-claims.ts';
import type { Edition } from '../edition.ts';
import { fixedTimes } from '../fixed-times.ts';
import { frozenClaims } from '../frozen-claims.ts';
import { dumbbellSeries } from './parts.ts';
import { escapeXml } from './xml-text.ts';

/** What pptxgenjs leaves open: unique ids, alternative text, marked decoration, language, chart marks, the theme, fixed times; and the claims that travel along. */
export function postProcess(deck: Uint8Array, { story, logo }: Edition): Uint8Array {
  const parts = withCarriedClaims(numberedFromOne(unzipSync(deck)), 'ppt/presentation.xml', frozenClaims(story));
  const done: Record<string, [Uint8Array, { mtime: string; level: 6 }]> = {};
  for (const [name, bytes] of Object.entries(parts)) {
    done[name] = [change(name, bytes, { story, logoAlt: logo?.alt ?? '' }), { mtime: '1980-01-02T00:00:00', level: 6 }];
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

function change(name: string, bytes: Uint8Array, { story, logoAlt }: { story: Story; logoAlt: string }): Uint8Array {
  const { theme } = story.choices;
  const xml = (rewrite: (text: string) => string) => strToU8(withSchemeColours(rewrite(strFromU8(bytes)), theme));
  if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) return xml(slideXml);
  if (/^ppt\/slide(Layouts|Masters)\/[^/]*\.xml$/.test(name)) return xml((text) => withLanguage(withLogoWords(text, logoAlt)));
  if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) return xml(chartXml);
  if (/^ppt\/theme\/theme\d+\.xml$/.test(name)) return strToU8(themeXml(strFromU8(bytes), theme));
  if (name === 'docProps/core.xml') return strToU8(core(strFromU8(bytes), story));
  if (name.endsWith('.xlsx')) return fixedTimes(bytes);
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

function chartXml(xml: string): string {
  return withLanguage(xml.includes(`<c:v>${dumbbellSeries}</c:v>`) ? dumbbell(xml) : xml.includes('<c:barChart>') ? firstOnTop(xml) : xml).replace(/<a:defRPr(?![^>]* lang=)/g, '<a:defRPr lang="en-GB"');
}

/**
 * Two series of marks without a line, joined by high-low lines: a dumbbell that stays a native, editable chart. Shapes
 * differ as well as colours: a square for the company, a circle for the customer.
 */
function dumbbell(xml: string): string {
  const symbols = ['square', 'circle'];
  const [first, second] = [...xml.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].map(([whole]) => valuesOf(whole));
  const isFirstBelow = (first ?? []).map((value, at) => value < (second?.[at] ?? value));
  let series = 0;
  return xml
    .replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (whole) => {
      const symbol = symbols[series++] ?? 'circle';
      const position = series === 1 ? 't' : 'b';
      return whole
        .replace(/<c:symbol val="[^"]*"\/>/g, `<c:symbol val="${symbol}"/>`)
        .replace(/<c:dLblPos val="[^"]*"\/>/g, `<c:dLblPos val="${position}"/>`)
        .replace('<c:dLbls>', `<c:dLbls>${turnedLabels(isFirstBelow, position === 't' ? 'b' : 't')}`)
        .replace(/(<\/c:tx>\s*<c:invertIfNegative[^>]*\/>|<\/c:tx>)\s*<c:spPr>[\s\S]*?<\/c:spPr>/, '$1<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>');
    })
    .replace(/(<c:marker val="1"\/>\s*)(<c:axId)/, '<c:hiLowLines><c:spPr><a:ln w="38100" cap="rnd"><a:solidFill><a:srgbClr val="C9CFD8"/></a:solidFill></a:ln></c:spPr></c:hiLowLines>$1$2');
}

/** Bars are drawn from the bottom; the first row, the largest, belongs on top. */
function firstOnTop(xml: string): string {
  return xml.replace(/<c:catAx>[\s\S]*?<\/c:catAx>/, (axis) => axis.replace(/<c:orientation val="[^"]*"\/>/, '<c:orientation val="maxMin"/>'));
}

function valuesOf(series: string): number[] {
  const values = /<c:val>[\s\S]*?<\/c:val>/.exec(series)?.[0] ?? '';
  return [...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value));
}

/** Labels stand above the higher mark and below the lower one, so that no two meet; here those that differ from their series. */
function turnedLabels(isTurned: readonly boolean[], position: 't' | 'b'): string {
  return isTurned.map((turned, at) => turned ? `<c:dLbl><c:idx val="${at}"/><c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>` : '').join('');
}

function core(xml: string, story: Story): string {
  const at = `${story.generatedAt.slice(0, 19)}Z`;
  const dated = xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`);
  return dated.includes('<dc:language>') ? dated : dated.replace('<dc:title>', `<dc:language>en-GB</dc:language><dc:title>`)
    .replace(/<dc:title>[^<]*/, `<dc:title>${escapeXml(story.title)}`);
}
