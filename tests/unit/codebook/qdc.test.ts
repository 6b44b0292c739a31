import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultCodebook } from '#engine/codebook/default-codebook.ts';
import { writeQdc } from '#engine/interchange/qdc/write-qdc.ts';
import type { Code } from '#shared/model/code.ts';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';

const shared = resolve(import.meta.dirname, '../../../../shared');
const schemaPath = join(shared, 'reference/refi/Codebook.xsd');
const skyLoom = join(shared, 'data/refi-qda-sky-loom');

/** Faults that the standard's schema finds. */
async function schemaFaults(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'codebook.qdc', contents: xml }, schema: { fileName: 'Codebook.xsd', contents: readFileSync(schemaPath, 'utf8') } });
  return errors.map(({ message }) => message);
}

const nasty: Code = {
  id: '7d0c2a52-0c3e-4b0c-9b35-0d8a6f0b1b02', key: 'N"&', name: 'A <b> & "c" \u{1F4DE} é', kind: 'behaviour', dimension: 'emotional', parentId: null, owner: 'Own: er',
  controllableBy: null, preventable: null, definition: 'Two lines\nwith [Earshot]\n\n[Earshot]\nkey: no\nand \\n more ]]>', examples: ['a: b', 'x\ny\\n'], colour: 7, quickSlot: 4, uses: 0,
};

let lab: EngineLab;
beforeEach(async () => {
  lab = await openLab();
});
afterEach(() => lab.close());

const withoutUses = (codes: readonly Code[]) => codes.map(({ uses: _uses, ...code }) => code);
async function bring(name: string, content: string | Uint8Array, separator: '::' | '.' | null = null) {
  const [fileId = ''] = await lab.put({ [name]: content });
  return lab.client.codebook.importFile({ fileId, kind: 'cause', separator, dryRun: false });
}
const bytesOf = async (exportId: string) => {
  const path = join(lab.folder, 'out.qdc');
  await lab.files.exports.save(exportId, path, { overwrite: true });
  return readFileSync(path, 'utf8');
};

describe('what is written', () => {
  const full = defaultCodebook.map(({ retired: _retired, ...code }): Code => ({ ...code, uses: 0 }));

  test.skipIf(!existsSync(schemaPath))('is valid by the standard’s own schema (skipped where ../shared/reference is not there)', async () => {
    expect(await schemaFaults(writeQdc(full))).toEqual([]);
    expect(await schemaFaults(writeQdc([nasty]))).toEqual([]);
    expect(await schemaFaults(writeQdc([nasty]).replace('isCodable="true"', 'isCodable=""'))).not.toEqual([]);
  });

  test('comes back identical: every field, every level, the order, and the next export to the byte', async () => {
    const codes = [...full, { ...nasty, quickSlot: null }];
    const report = await bring('book.qdc', writeQdc(codes));
    expect(report).toMatchObject({ format: 'qdc', origin: 'Earshot', codes: codes.length, added: codes.length, remarks: [] });
    expect(withoutUses(await lab.client.codebook.list())).toEqual(withoutUses(codes));
    const { exportId, codes: written } = await lab.client.codebook.exportFile();
    expect(written).toBe(codes.length);
    expect(await bytesOf(exportId)).toBe(writeQdc(codes));
  });

  test('brought in twice changes nothing, and one undo takes all of it away', async () => {
    const text = writeQdc(full);
    await bring('book.qdc', text);
    expect(await bring('book.qdc', text)).toMatchObject({ added: 0, changed: 0, same: full.length });
    await lab.client.project.undo();
    expect(await lab.client.codebook.list()).toEqual([]);
    await lab.client.project.redo();
    expect(withoutUses(await lab.client.codebook.list())).toEqual(withoutUses(full));
  });

  test('is refused for a codebook without codes, which the standard forbids', async () => {
    await expect(lab.client.codebook.exportFile()).rejects.toMatchObject({ code: 'REFUSED' });
  });
});

test('an untouched default codebook makes room, short forms and digits included', async () => {
  const fresh = await openLab({ codebook: 'default' });
  try {
    const [fileId = ''] = await fresh.put({ 'own.qdc': writeQdc([{ ...nasty, key: 'VH', quickSlot: 1 }]) });
    expect(await fresh.client.codebook.importFile({ fileId, kind: 'cause', separator: null, dryRun: false })).toMatchObject({ added: 1, retired: defaultCodebook.length, remarks: [] });
    expect(await fresh.client.codebook.list()).toMatchObject([{ key: 'VH', quickSlot: 1, name: nasty.name }]);
    await fresh.client.project.undo();
    expect((await fresh.client.codebook.list()).map(({ key }) => key)).toEqual(defaultCodebook.map(({ key }) => key));
  } finally {
    await fresh.close();
  }
});

describe('what others write', () => {
  test('wrong namespaces, braces, short colours, an empty Sets, unknown elements and ids that are none are read', async () => {
    const report = await bring('other.qdc', `<?xml version="1.0"?><q:CodeBook xmlns:q="urn:QDA-XML:codebook:0:4" origin="Other 1"><q:Codes>
      <q:Code guid="{7D0C2A52-0C3E-4B0C-9B35-0D8A6F0B1B01}" name="Folder" isCodable="" color="#B02"><q:Thing/><q:Description/>
        <q:Code guid="c001" name="Late&#10;refund" isCodable="true"><q:Description>Money came late.</q:Description></q:Code></q:Code>
      <q:Code guid="c002" name="" isCodable="1"/></q:Codes><q:Sets/></q:CodeBook>`);
    expect(report).toMatchObject({ origin: 'Other 1', added: 3 });
    expect(report.remarks).toHaveLength(3);
    const codes = await lab.client.codebook.list();
    expect(codes).toMatchObject([
      { id: '7d0c2a52-0c3e-4b0c-9b35-0d8a6f0b1b01', name: 'Folder', kind: 'cause', colour: 0 },
      { name: 'Late refund', definition: 'Money came late.', parentId: '7d0c2a52-0c3e-4b0c-9b35-0d8a6f0b1b01' }, { name: 'Code 3' },
    ]);
    expect(new Set(codes.map(({ key }) => key)).size).toBe(3);
    expect(codes.filter(({ id }) => !/^[0-9a-f-]{36}$/u.test(id))).toEqual([]);
  });

  test('ids that stand twice are kept apart, or taken once', async () => {
    const guid = 'guid="7d0c2a52-0c3e-4b0c-9b35-0d8a6f0b1b01" isCodable="true"';
    const report = await bring('twice.qdc', `<CodeBook><Codes><Code ${guid} name="A"/><Code ${guid} name="A"/><Code ${guid} name="B"/></Codes></CodeBook>`);
    expect([report.added, report.remarks.length]).toEqual([2, 2]);
  });

  test('a project file gives its codebook, whatever its inner file is called', async () => {
    const qde = new TextEncoder().encode('<Project xmlns="urn:QDA-XML:project:1.0" origin="Some tool" name="x"><CodeBook><Codes><Code guid="7d0c2a52-0c3e-4b0c-9b35-0d8a6f0b1b01" name="Tone" isCodable="true"/></Codes></CodeBook></Project>');
    expect(await bring('a.qdpx', zipSync({ 'My study.qde': qde, 'Sources/.root': new Uint8Array() }))).toMatchObject({ format: 'qdpx', origin: 'Some tool', added: 1 });
  });

  test('what is no codebook is refused with a sentence, and nothing is changed', async () => {
    const files: Record<string, string | Uint8Array> = {
      'empty.qdc': '<CodeBook><Codes/></CodeBook>', 'none.qdpx': zipSync({ 'readme.txt': new Uint8Array(4) }), 'broken.qdc': '<CodeBook><Codes>',
      'bomb.qdc': '<!DOCTYPE a [<!ENTITY b "c">]><CodeBook><Codes><Code name="&b;"/></Codes></CodeBook>', 'cut.qdpx': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      'other.xml': '<html/>', 'plain.txt': 'no xml at all',
    };
    for (const [name, content] of Object.entries(files)) await expect(bring(name, content), name).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
    expect(await lab.client.codebook.list()).toEqual([]);
  });
});

describe('the project of the public sample (skipped where ../shared/data is not there)', () => {
  let codes: Code[] = [];
  let report: Awaited<ReturnType<typeof bring>>;
  const isHere = existsSync(join(skyLoom, 'TestProject.qdpx'));
  beforeAll(async () => {
    if (!isHere) return;
    const own = await openLab();
    const fileId = await own.choose(join(skyLoom, 'TestProject.qdpx'));
    report = await own.client.codebook.importFile({ fileId, kind: 'behaviour', separator: '::', dryRun: false });
    codes = await own.client.codebook.list();
    await own.close();
  });
  afterAll(() => {
    codes = [];
  });

  test.skipIf(!isHere)('gives its fourteen codes, with levels where names have them', () => {
    expect(report).toMatchObject({ format: 'qdpx', added: 14, suggestedSeparator: '::', remarks: [] });
    expect(report.origin).toMatch(/^ATLAS\.ti 8\.4/);
    const coke = codes.find(({ id }) => id === '7496ba52-9c8d-4396-8fab-cc438614e453');
    expect(coke).toMatchObject({ name: 'Coke', definition: 'the breakfast of champions' });
    expect(codes.filter(({ parentId }) => parentId === coke?.id).map(({ name, definition }) => [name, definition])).toEqual([['full-fat Coke', 'aka regular'], ['diet Coke', 'non sucré']]);
    expect(codes.map(({ name }) => name)).toEqual(expect.arrayContaining(['happiness', '"rushed"', 'bacon and eggs', 'cornflakes']));
  });

  test.skipIf(!isHere || !existsSync(schemaPath))('and goes out again as a valid codebook', async () => {
    expect(await schemaFaults(writeQdc(codes))).toEqual([]);
  });
});
