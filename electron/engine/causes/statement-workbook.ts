import type { Cell, Row, Sheet } from 'write-excel-file/node';
import type { Statement } from '#shared/model/statement.ts';

// A cell of type text is never computed, whatever its first character is.
const text = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: 'top' });
const money = (value: number): Cell => ({ value, type: Number, format: '#,##0.00' });
const amount = (value: number): Cell => ({ value, type: Number, format: '#,##0.0' });
const formula = (value: string): Cell => ({ value, type: 'Formula', format: '#,##0.00' });
const head = (values: readonly string[]): Row => values.map((value) => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#DCEAF9', wrap: true, alignVertical: 'top' }));

function sheet(name: string, rows: Row[], widths: readonly number[]): Sheet<never> {
  return { sheet: name, data: rows, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
}

function lines({ content }: Statement): Sheet<never> {
  const rows = content.lines.map((line, at): Row => [
    text(line.name), amount(line.contacts), amount(line.repeats), amount(line.minutes), money(line.serviceCost), money(line.repeatCost), money(line.credits), formula(`SUM(E${at + 2}:G${at + 2})`),
  ]);
  const last = content.lines.length + 1;
  const total: Row = [text('Total'), ...['B', 'C', 'D', 'E', 'F', 'G', 'H'].map((column) => formula(`SUM(${column}2:${column}${last})`))];
  return sheet('Statement', [head(['Cause', 'Contacts', 'Repeat contacts', 'Minutes', 'Cost of contacts', 'Cost of repeats', 'Credits', 'Total']), ...rows, total], [44, 12, 12, 12, 14, 14, 12, 14]);
}

function about({ owner, firstMonth, lastMonth, state, reason, content, steps }: Statement): Sheet<never> {
  const currency = content.currency ?? '';
  const facts: [string, string][] = [
    ['Owner', owner], ['Months', `${firstMonth} to ${lastMonth}`], ['State', reason === null ? state : `${state}: ${reason}`],
    ['Kind', content.mode === 'showback' ? 'Showback: it tells, and moves no budget.' : `Charge-back: ${content.charged?.toFixed(2) ?? ''} ${currency} may be moved, the lower limit while not every contact is coded.`],
    ['Total', `${content.total.toFixed(2)} ${currency}; 95% interval ${content.lo.toFixed(2)} to ${content.hi.toFixed(2)}, from ${content.contacts} contacts`],
    ['Price of a minute', content.perMinute === null ? 'every contact costs the same' : `${content.perMinute.toFixed(3)} ${currency}, over practical capacity; unused capacity is charged to nobody`],
    ['Coded', content.codedShare === null ? 'not known' : `${Math.round(100 * content.codedShare)}% of contacts`],
    ['Repeats', 'A repeat within an episode is charged to the cause of the episode’s first contact; one that lies with an agent stays with the service.'],
    ['Meaning', 'Causes were tagged by people who listened. They stand beside contacts and are no proof that they led to them.'],
    ...steps.map((step): [string, string] => [step.at.slice(0, 10), `${step.state}, ${step.by}${step.reason === null ? '' : `: ${step.reason}`}`]),
  ];
  return sheet('About', [head(['What', 'Answer']), ...facts.map(([what, answer]): Row => [text(what), text(answer)])], [20, 100]);
}

function moments({ content }: Statement): Sheet<never> {
  const rows = content.moments.map((moment): Row => [text(moment.externalId), text(moment.startedAt?.slice(0, 10) ?? ''), text(moment.startMs === null ? '' : new Date(moment.startMs).toISOString().slice(14, 19)), text(moment.text)]);
  return sheet('To hear', [head(['Interaction', 'Date', 'At', 'Customer’s words, masked']), ...rows], [20, 12, 8, 100]);
}

/** The statement as a workbook: real numbers, totals as formulas, and three moments by their reference. */
export async function statementWorkbook(statement: Statement): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return new Uint8Array(await writeXlsxFile([lines(statement), about(statement), moments(statement)], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer());
}
