import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EarshotError } from '#shared/errors.ts';
import type { SalvagedTable, SalvageReport } from '#shared/model/salvage.ts';
import { projectExtension } from '#hosts/files/project-shelf.ts';
import { argument, neededValue } from '../command.ts';
import type { Command } from '../command.ts';
import { followJob, withEngine } from '../project-call.ts';

function tableLine({ name, rows, expected, leftOut }: SalvagedTable): string {
  return [name, String(rows), expected === null ? 'unknown' : String(expected), String(leftOut)].join('\t');
}

function isAllThere({ tables, unknown, stray, journal, isLogKept }: SalvageReport): boolean {
  return isLogKept && unknown.length === 0 && stray === 0 && journal.found === journal.made && journal.unreadable === 0
    && tables.every(({ rows, expected, leftOut }) => rows === expected && leftOut === 0);
}

/** `salvage P --out FOLDER|F.zip`: the new project goes into the same folder as the ZIP. */
export const salvageCommand: Command = {
  name: 'salvage',
  usage: 'P --out FOLDER|F.zip',
  summary: 'saves what can be read of a damaged project: as a new project, and as tables in a ZIP',
  options: { out: { type: 'string' } },
  arity: [1, 1],
  run(call) {
    const out = resolve(neededValue(call, 'out'));
    const isFile = out.toLowerCase().endsWith('.zip');
    if (isFile && existsSync(out)) throw new EarshotError('REFUSED', `“${out}” is there already. Choose another name.`);
    const folder = isFile ? dirname(out) : out;
    return withEngine(join(folder, 'new'), async ({ client, files }) => {
      const id = await files.shelf.add(argument(call, 0));
      const passphrase = process.env['EARSHOT_PASSPHRASE'];
      const report = await followJob(await client.project.salvage({ id, ...(passphrase === undefined ? {} : { passphrase }) }, { signal: call.terminal.stop }), call.terminal);
      const zip = isFile ? out : join(folder, report.name);
      await mkdir(folder, { recursive: true });
      await files.exports.save(report.exportId, zip, { overwrite: false });
      const { exportId: _shelf, name: _zip, size: _bytes, project, ...counts } = report;
      const path = join(folder, project.name + projectExtension);
      return {
        json: { project: path, tablesFile: zip, ...counts },
        text: ['table\trows\tof\tleft out', ...counts.tables.map(tableLine), '', `Made ${path} and ${zip}. The damaged file was left as it is; README.txt in the ZIP says what is missing.`].join('\n'),
        hasProblems: !isAllThere(report),
      };
    });
  },
};
