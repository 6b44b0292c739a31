import { describe, expect, it } from 'vitest';
import { distinctNames, plainName } from '#engine/importers/tables/column-names.ts';
import { detectHeader, type TableHeader } from '#engine/importers/tables/header.ts';
import { previewTable, readRecords } from '#engine/importers/tables/read-records.ts';
import { readTable, sniffTable } from '#engine/importers/tables/read-table.ts';
import { collect, sourceOf } from './source.ts';

async function headerOf(content: string): Promise<TableHeader> {
  return detectHeader(await collect(readTable(sourceOf('t.csv', content))));
}

describe('detectHeader', () => {
  it('joins the two rows of SurveyMonkey: questions that span columns, and their choices', async () => {
    const header = await headerOf('Respondent ID,Collector ID,How satisfied were you?,What was it about?,,,Anything else?\n,,Response,Bill,Move,Other (please specify),Open-Ended Response\n101,7,4,Bill,,,fine\n102,7,5,,Move,,\n');
    expect([header.form, header.firstDataRow]).toEqual(['surveymonkey-2', 3]);
    expect(header.columns.map((column) => column.name)).toEqual([
      'Respondent ID', 'Collector ID', 'How satisfied were you?', 'What was it about? - Bill', 'What was it about? - Move', 'What was it about? - Other (please specify)', 'Anything else?',
    ]);
  });

  it('knows the third row of Qualtrics in JSON and in single quotes', async () => {
    const json = await headerOf('ResponseId,Q1\nAntwort-ID,Wie zufrieden sind Sie?\n"{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\nR_1,4\n');
    const quotes = await headerOf("ResponseID,Q1\nResponseID,How satisfied?\n{'ImportId': 'responseId'},{'ImportId': 'QID1'}\nR_1,4\n");
    expect([json.form, quotes.form, json.firstDataRow]).toEqual(['qualtrics-3', 'qualtrics-3', 4]);
    expect(json.columns.map((column) => column.label)).toEqual(['Antwort-ID', 'Wie zufrieden sind Sie?']);
  });

  it('numbers the columns of a table without a header', async () => {
    const header = await headerOf('1,2026-11-03,5\n2,2026-11-04,4\n');
    expect([header.form, header.firstDataRow, header.columns.map((column) => column.name)]).toEqual(['none', 1, ['Column 1', 'Column 2', 'Column 3']]);
  });

  it('drops a last column that has neither name nor content, and keeps one that has content', async () => {
    expect((await headerOf('a,b,\n1,2,\n3,4,\n')).columns).toHaveLength(2);
    expect((await headerOf('a,,b\n1,x,2\n3,y,4\n')).columns.map((column) => column.name)).toEqual(['a', 'Column 2', 'b']);
  });

  it('makes names distinct without losing one', () => {
    expect(distinctNames(['Score', 'Score', '', 'Score (2)', 'Score', '__proto__'])).toEqual(['Score', 'Score (2)', 'Column 3', 'Score (2) (2)', 'Score (3)', 'Column 6']);
  });

  it('brings names to one form', () => {
    expect(['customerID', 'Customer_Id', 'CUSTOMER-ID', ' Customer  id '].map(plainName)).toEqual(Array.from({ length: 4 }, () => 'customer id'));
    expect(plainName('Gesprächsdauer (Maß)')).toBe('gesprachsdauer mass');
  });
});

describe('a German export', () => {
  const content = '\uFEFFTicket-Nr.;Datum;Zufr.;Name;Betrag\r\n00412;03.11.2026 09:12;4;A. Kahn;1.234,50\r\n00413;25.11.2026 10:00;5;B. Lund;7,25\r\n';

  it('with mark, semicolons, decimal commas and days first is understood as it stands', async () => {
    const { table } = await previewTable(sourceOf('umfrage.csv', content), { kind: 'surveys', timeZone: 'Europe/Berlin' });
    expect([table.encoding, table.delimiter, table.columns.map((column) => column.mapping.source)]).toEqual(['utf-8', ';', ['Ticket-Nr.', 'Datum', 'Zufr.', 'Name', 'Betrag']]);
    const targets = table.columns.slice(0, 4).map(({ mapping, questions }) => [mapping.target.to === 'field' ? mapping.target.field : mapping.target.to, mapping.dateOrder, questions.includes('personal')]);
    expect(targets).toEqual([['interactionExternalId', undefined, false], ['answeredAt', 'DMY', false], ['survey_item', undefined, false], ['ignore', undefined, true]]);
    const outcome = await collect(readRecords(sourceOf('umfrage.csv', content), { kindHint: 'surveys', timeZone: 'Europe/Berlin' }));
    expect(outcome).toMatchObject([{ record: { interactionExternalId: '00412', answeredAt: '2026-11-03T08:12:00.000Z' } }, { record: { interactionExternalId: '00413' } }]);
  });
});

describe('sniffTable', () => {
  const sure = (name: string, text: string): number => sniffTable({ name, text, bytes: new TextEncoder().encode(text), isWhole: true });

  it('goes by content, and a name only helps', () => {
    const csv = 'interaction_id,queue,team\nI-1,a,b\nI-2,c,d\n';
    expect(sure('calls.csv', csv)).toBeGreaterThan(0.7);
    expect(sure('calls.txt', csv)).toBeGreaterThan(0.4);
    expect(sure('calls.csv', 'WEBVTT\n\n00:00.000 --> 00:01.000\nhello, you, there\n')).toBe(0);
    expect(sure('calls.csv', '{"a": 1, "b": 2}')).toBe(0);
    expect(sure('chat.txt', 'Agent: hello\nCustomer: hi\n')).toBe(0);
  });
});
