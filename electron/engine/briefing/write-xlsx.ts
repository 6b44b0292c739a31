import { strFromU8, strToU8 } from 'fflate';
import type { Cell, Row, Sheet } from 'write-excel-file/node';
import type { Envelope } from '#shared/model/envelope.ts';
import type { Story } from '#shared/model/briefing.ts';
import type { Edition } from './edition.ts';
import type { JobHandle } from '#engine/jobs.ts';
import { withCarriedClaims } from './carried-claims.ts';
import { fixedTimes } from './fixed-times.ts';
import { frozenClaims } from './frozen-claims.ts';
import { columnName } from './pptx/native-chart.ts';

type Table = { name: string; header: string[]; widths: number[]; rows: Row[] };

/** Writes the story as a workbook: real numbers, shares as formulas that a reader can follow, and every text as text. */
export async function writeXlsx({ story, calls }: Edition, job: JobHandle): Promise<Uint8Array> {
  const tables = [readMe(story), gapTable(story), causeTable(story), callTable(calls), quoteTable(story), definitionTable(story)];
  job.report({ phase: 'drawing', done: 0, total: tables.length, item: null });
  await job.breathe();
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const bytes = await writeXlsxFile(tables.map(sheetOf), { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  job.signal.throwIfAborted();
  return fixedTimes(new Uint8Array(bytes), (parts) => withCarriedClaims(withFilters(parts, tables), 'xl/workbook.xml', frozenClaims(story)));
}

/** What the library does not write: the header of every sheet as a filter (ECMA-376, 18.3.1.2), and all its columns on one page when it is printed. */
function withFilters(parts: Record<string, Uint8Array>, tables: readonly Table[]): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => {
    const table = tables[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1] ?? 0) - 1];
    const filter = table && `<autoFilter ref="A1:${columnName(table.header.length - 1)}${table.rows.length + 1}"/><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>`;
    return [name, filter === undefined ? bytes : strToU8(strFromU8(bytes).replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>').replace('</sheetData>', `</sheetData>${filter}`))];
  }));
}

/** Lines that words take in so many letters, broken between words. */
function linesIn(text: string, letters: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > letters) [lines, used] = [lines + 1, 0];
    used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

function sheetOf({ name, header, widths, rows }: Table): Sheet<never> {
  // The button of the filter takes the room of four letters.
  const height = lineHeight * Math.max(...header.map((value, at) => linesIn(value, (widths[at] ?? 10) - 4)));
  const head: Row = header.map((value) => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#DCEAF9', wrap: true, alignVertical: 'top', height }));
  return { sheet: name, data: [head, ...rows.map((row) => asHigh(row, widths))], columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
}

const lineHeight = 16;

/** A row as high as its longest text needs; not every program finds that out by itself. */
function asHigh(row: Row, widths: readonly number[]): Row {
  const lines = Math.max(1, ...row.map((cell, at) => cell !== null && typeof cell === 'object' && 'value' in cell && typeof cell.value === 'string' && cell.type === String ? linesIn(cell.value, (widths[at] ?? 10) * 0.92) : 1));
  const [first, ...rest] = row;
  return lines === 1 || first === null || typeof first !== 'object' || !('value' in first) ? row : [{ ...first, height: lineHeight * lines }, ...rest];
}

// A cell of type text is never computed, whatever its first character is.
const text = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: 'top' });
const whole = (value: number): Cell => ({ value, type: Number, format: '#,##0', alignVertical: 'top' });
/** Contacts that are split over their causes. */
const tenths = (value: number): Cell => ({ value, type: Number, format: '#,##0.0', alignVertical: 'top' });
const share = (value: number | null): Cell => value === null ? null : { value, type: Number, format: '0.0%', alignVertical: 'top' };
const points = (value: number | null): Cell => value === null ? null : { value, type: Number, format: '0.0', alignVertical: 'top' };
const formula = (value: string, format: string): Cell => ({ value, type: 'Formula', format, alignVertical: 'top' });

function readMe(story: Story): Table {
  const method = story.slides.find((slide) => slide.kind === 'method');
  const rows: [string, string][] = [
    ['Briefing', story.title], ['Project', story.subtitle], ['Period', story.period], ['Figures as of', story.generatedAt.slice(0, 10)], ['Fingerprint', story.fingerprint],
    ...(method?.bullets ?? []).map((bullet): [string, string] => ['How we know', bullet]),
    ['Shares', 'Shares and gaps are formulas over the counts beside them. Intervals are written as figures.'],
    ['Names', 'Names and numbers of people are masked. References lead to the interaction in Earshot.'],
  ];
  return { name: 'Read me', header: ['What', 'Answer'], widths: [18, 100], rows: rows.map(([what, answer]) => [text(what), text(answer)]) };
}

function gapTable(story: Story): Table {
  const claims = story.slides.flatMap((slide) => slide.claims);
  const of = (id: string) => claims.find((claim) => claim.id === id)?.envelope;
  const [company, customer, gap] = [of('gap.company'), of('gap.customer'), of('gap.gap')];
  const all = company && customer && gap && company.n > 0 && customer.n > 0
    ? [{ label: 'All', made: { companyX: company.x ?? 0, companyN: company.n, customerX: customer.x ?? 0, customerN: customer.n }, lo: gap.ci?.lo ?? null, hi: gap.ci?.hi ?? null }] : [];
  const rows = [...all, ...story.slides.flatMap((slide) => slide.chart?.rows ?? [])].flatMap(({ label, made, lo, hi }) => made ? [{ label, made, lo, hi }] : []);
  return {
    name: 'Gap', header: ['Queue', 'Good for us', 'Rated by us', 'Share, us', 'Good for customers', 'Answered', 'Share, customers', 'Gap, points', '95% from', '95% to'],
    widths: [28, 15, 15, 12, 16, 14, 15, 14, 14, 12],
    rows: rows.map(({ label, made, lo, hi }, at) => {
      const row = at + 2;
      return [text(label), whole(made.companyX), whole(made.companyN), formula(`B${row}/C${row}`, '0.0%'), whole(made.customerX), whole(made.customerN),
        formula(`E${row}/F${row}`, '0.0%'), formula(`100*(D${row}-G${row})`, '0.0'), points(lo), points(hi)];
    }),
  };
}

function causeTable(story: Story): Table {
  const rows = story.slides.flatMap((slide) => slide.bars?.rows ?? []);
  return {
    name: 'Causes', header: ['Cause', 'Owner', 'Interactions with it', 'Coded interactions', 'Share', '95% from', '95% to'], widths: [44, 24, 18, 18, 12, 14, 12],
    rows: rows.map((row, at) => [text(row.label), text(row.owner ?? 'no owner yet'), tenths(row.x), whole(row.n), formula(`C${at + 2}/D${at + 2}`, '0.0%'), share(row.lo), share(row.hi)]),
  };
}

function callTable(calls: Edition['calls']): Table {
  return {
    name: 'Calls', header: ['Reference', 'Channel', 'Started', 'Queue', 'Our score', 'We passed it', 'Customer score', 'Causes'], widths: [24, 13, 18, 24, 12, 14, 16, 60],
    rows: calls.map((call) => [text(call.externalId), text(call.channel), call.startedAt === null ? null : { value: new Date(call.startedAt), type: Date, format: 'yyyy-mm-dd hh:mm', alignVertical: 'top' }, text(call.queue ?? ''),
      points(call.companyScore), text(call.companyPassed === null ? '' : call.companyPassed === 1 ? 'yes' : 'no'), points(call.customerScore), text(call.causes ?? '')]),
  };
}

function quoteTable(story: Story): Table {
  const quotes = story.slides.flatMap((slide) => slide.quotes);
  return {
    name: 'Quotes', header: ['Reference', 'Turn', 'Second', 'Who', 'Month', 'Words', 'Against the message'], widths: [22, 10, 12, 24, 12, 90, 18],
    rows: quotes.map((quote) => [text(quote.externalId), whole(quote.turnSeq + 1), quote.startMs === null ? null : whole(Math.floor(quote.startMs / 1000)),
      text(quote.who), text(quote.when), text(quote.text), text(quote.isAgainst ? 'yes' : 'no')]),
  };
}

function definitionTable(story: Story): Table {
  const inUnit = (figure: Envelope, value: number | null): Cell => figure.unit === 'share' ? share(value) : points(value);
  return {
    name: 'Definitions', header: ['Claim', 'Definition', 'Value', 'Unit', 'n', '95% from', '95% to', 'Interval', 'If there is none, why'], widths: [60, 34, 12, 12, 12, 14, 12, 26, 28],
    rows: story.slides.flatMap((slide) => slide.claims).map(({ text: claim, definition, envelope }) => [text(claim), text(definition), inUnit(envelope, envelope.value), text(envelope.unit),
      whole(envelope.n), inUnit(envelope, envelope.ci?.lo ?? null), inUnit(envelope, envelope.ci?.hi ?? null), text(envelope.ci?.method ?? ''), text(envelope.reason ?? '')]),
  };
}
