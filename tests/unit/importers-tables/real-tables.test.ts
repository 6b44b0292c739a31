import { describe, expect, it } from 'vitest';
import type { Mapping } from '#shared/model/import-mapping.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import { detectHeader } from '#engine/importers/tables/header.ts';
import { previewTable, readRecords } from '#engine/importers/tables/read-records.ts';
import { readTable } from '#engine/importers/tables/read-table.ts';
import type { SurveyRecord, TableRecord } from '#engine/importers/tables/records.ts';
import { cellText, type TableRow } from '#engine/importers/tables/table-row.ts';
import { collect, sharedFile } from './source.ts';

/** A test on a real file; skipped, with a printed reason, where the file is not. */
function onFiles(name: string, paths: readonly string[], check: (files: SourceFile[]) => Promise<void>): void {
  const files = paths.map(sharedFile).filter((file) => file !== null);
  it.skipIf(files.length < paths.length)(name, () => check(files));
}

async function records(source: SourceFile, mapping?: Mapping): Promise<TableRecord[]> {
  const all = await collect(readRecords(source, { mapping }));
  expect(all.filter((item) => 'problem' in item)).toEqual([]);
  return all.flatMap((item) => ('record' in item ? [item.record] : []));
}

const surveysOf = async (source: SourceFile): Promise<SurveyRecord[]> => (await records(source)).filter((record) => record.kind === 'surveys');

/** Cells of the questions by response and column name. */
async function questionCells(source: SourceFile): Promise<Map<string, Map<string, string>>> {
  const rows = await collect(readTable(source));
  const header = detectHeader(rows);
  const id = header.columns.find((column) => /^ResponseI[dD]$/.test(column.name))?.position ?? -1;
  const body = rows.filter((row) => row.row >= header.firstDataRow && row.cells.some((cell) => cellText(cell) !== ''));
  const cells = (row: TableRow): [string, string][] => header.columns.map((column) => [column.name, cellText(row.cells[column.position])]);
  return new Map(body.map((row) => [cellText(row.cells[id]), new Map(cells(row))]));
}

const questionName = /^Q\d/;
const insights = 'qualtrics-exports/No Basis for Evaluation/No_Basis_for_Evaluation (Insights).csv';
const legacy = 'qualtrics-exports/No Basis for Evaluation/No_Basis_for_Evaluation (Legacy).csv';
const manyInsights = 'qualtrics-exports/Many Different Question Types/Sample_Survey (Insights).csv';
const manyLegacy = 'qualtrics-exports/Many Different Question Types/Sample_Survey.csv';

describe('Qualtrics', () => {
  for (const [three, two, cellCount] of [[manyInsights, manyLegacy, 575], [insights, legacy, 360]] as const) {
    onFiles(`${cellCount} cells of both header forms of ${two.split('/')[1]} are equal`, [three, two], async ([first, second]) => {
      if (!first || !second) return;
      const [wide, old] = [await questionCells(first), await questionCells(second)];
      expect([...wide.keys()].sort()).toEqual([...old.keys()].sort());
      let compared = 0;
      for (const [id, answers] of wide) {
        for (const [name, value] of answers) {
          const twin = old.get(id)?.get(name);
          if (twin === undefined || !questionName.test(name)) continue;
          expect(`${name}=${twin}`).toBe(`${name}=${value}`);
          compared += 1;
        }
      }
      expect(compared).toBe(cellCount);
    });

    onFiles(`${two.split('/')[1]} gives the same answers from both`, [three, two], async ([first, second]) => {
      if (!first || !second) return;
      const answersOf = async (source: SourceFile): Promise<Map<string, Map<string, string | null>>> =>
        new Map((await surveysOf(source)).map((record) => [record.externalId, new Map(record.answers.map(({ item, text, value }) => [item.key, text ?? String(value)]))]));
      const [wide, old] = [await answersOf(first), await answersOf(second)];
      expect([...wide.keys()].sort()).toEqual([...old.keys()].sort());
      const keys = (all: typeof wide): Set<string> => new Set([...all.values()].flatMap((answers) => [...answers.keys()]));
      const [oldKeys, inBoth] = [keys(old), keys(wide)];
      const shared = [...inBoth].filter((key) => oldKeys.has(key));
      expect(shared.length).toBeGreaterThan(20);
      for (const [id, answers] of wide) for (const key of shared) expect([id, key, old.get(id)?.get(key)]).toEqual([id, key, answers.get(key)]);
    });
  }

  onFiles('the current form is known by its structure, whatever language its second row has', ['qualtrics-exports/qualtRics package samples/sample.csv', 'qualtrics-exports/qualtRics package samples/sample_legacy.csv'], async ([current, older]) => {
    if (!current || !older) return;
    const [now, before] = [await previewTable(current), await previewTable(older)];
    expect([now.table.header.form, before.table.header.form]).toEqual(['qualtrics-3', 'qualtrics-2']);
    const [[response], [twin]] = [await surveysOf(current), await surveysOf(older)];
    expect(response?.externalId).toBe('R_2YPOQ602ER1jkf1');
    expect(response?.answers.map(({ item, text }) => [item.key, text])).toEqual(twin?.answers.map(({ item, text }) => [item.key, text]));
    expect(response?.answers.map(({ text }) => text)).toEqual(['2', 'Hello World!']);
  });
});

describe('SurveyMonkey', () => {
  onFiles('flying-etiquette: 1,040 respondents', ['surveymonkey-exports/flying-etiquette-survey/flying-etiquette.csv'], async ([file]) => {
    if (!file) return;
    const all = await surveysOf(file);
    expect(all).toHaveLength(1_040);
    const tall = all.find((record) => record.externalId === '3434278696');
    expect(tall?.answers.find(({ item }) => item.key === 'How tall are you?')?.text).toBe(`6'3"`);
    // Not asked and not answered are both absent, never an empty answer.
    expect(all.find((record) => record.externalId === '3436139758')?.answers).toHaveLength(1);
  });

  onFiles('thanksgiving: 1,058 respondents and three column names that come twice', ['surveymonkey-exports/thanksgiving-2015/thanksgiving-2015-poll-data.csv'], async ([file]) => {
    if (!file) return;
    const { table } = await previewTable(file);
    const names = table.columns.map((column) => column.mapping.source);
    expect([names.length, new Set(names).size]).toEqual([65, 65]);
    expect(names.filter((name) => name.endsWith(' (2)'))).toHaveLength(3);
    const all = await surveysOf(file);
    expect(all).toHaveLength(1_058);
    const pies = all.find((record) => record.externalId === '4337954960')?.answers.filter(({ item }) => item.key.startsWith('Which type of pie')).map(({ text }) => text);
    expect(pies).toEqual(['Apple']);
  });
});

describe('workbooks of readxl', () => {
  onFiles('deaths.xlsx: header in row 5, prose above and below, dates as dates', ['xlsx-readxl/deaths.xlsx'], async ([file]) => {
    if (!file) return;
    for (const [sheet, first, died] of [['arts', 'David Bowie', '2016-01-10'], ['other', 'Vera Rubin', '2016-12-25']] as const) {
      const { table, mapping } = await previewTable(file, { sheet, kind: 'customers' });
      expect([table.header.row, table.header.firstDataRow, table.columns.map((column) => column.mapping.source)]).toEqual([5, 6, ['Name', 'Profession', 'Age', 'Has kids', 'Date of birth', 'Date of death']]);
      if (!mapping) throw new Error('no mapping');
      const columns: Mapping['columns'] = mapping.columns.map((column) => {
        if (column.source === 'Name') return { ...column, target: { to: 'field', field: 'externalId' } };
        if (column.source === 'Date of death') return { ...column, target: { to: 'field', field: 'since' } };
        return { ...column, target: { to: 'keep', name: column.source } };
      });
      const outcome = await collect(readRecords(file, { mapping: { ...mapping, columns } }));
      const people = outcome.flatMap((item) => ('record' in item && item.record.kind === 'customers' ? [item.record] : []));
      expect(people).toHaveLength(10);
      expect(people[0]).toMatchObject({ externalId: first, since: died, row: 6 });
      const below = outcome.flatMap((item) => ('problem' in item ? [item.problem.code] : []));
      expect(new Set(below)).toEqual(new Set(['TEXT_BELOW_TABLE']));
      expect(below).toHaveLength(4);
    }
  });

  onFiles('datasets.xlsx: three clean sheets', ['xlsx-readxl/datasets.xlsx'], async ([file]) => {
    if (!file) return;
    const { table } = await previewTable(file);
    const sizes = await Promise.all(table.sheets.map(async (sheet) => (await collect(readTable(file, { sheet }))).length));
    expect(sizes).toEqual([33, 72, 1_001]);
  });
});

describe('telco-churn', () => {
  onFiles('7,043 customers, eleven of whom have no total charges', ['telco-churn/Telco-Customer-Churn.csv'], async ([file]) => {
    if (!file) return;
    const all = (await records(file)).filter((record) => record.kind === 'customers');
    expect(all).toHaveLength(7_043);
    expect(all.filter((record) => record.fields['TotalCharges'] === undefined)).toHaveLength(11);
    expect(all.filter((record) => record.fields['Churn'] === 'Yes')).toHaveLength(1_869);
    expect(new Set(all.map((record) => record.externalId)).size).toBe(7_043);
  });
});

describe('multidogo', () => {
  onFiles('13,519 turns of 1,682 conversations, RFC 4180 quotes inside tabs', ['multidogo/airline/train.tsv'], async ([file]) => {
    if (!file) return;
    const outcome = await collect(readRecords(file));
    const all = outcome.flatMap((item) => ('record' in item && item.record.kind === 'turns' ? [item.record] : []));
    const silent = outcome.flatMap((item) => ('problem' in item ? [item.problem.code] : []));
    expect(all).toHaveLength(1_682);
    // Sixteen utterances are empty: set aside, since a turn without words is none.
    expect(silent).toEqual(Array.from({ length: 16 }, () => 'REQUIRED_MISSING'));
    expect(all.reduce((sum, record) => sum + record.interaction.turns.length, 0)).toBe(13_519 - 16);
    expect(all[0]?.interaction.turns[0]?.text).toBe('higood morning');
  });
});
