import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A workbook with fixed times, so that the same story gives the same bytes; `change` may add parts to it. */
export function fixedTimes(workbook: Uint8Array, change = (parts: Record<string, Uint8Array>) => parts): Uint8Array {
  const entries = Object.entries(change(unzipSync(workbook))).map(([name, bytes]): [string, [Uint8Array, { mtime: string; level: 6 }]] => {
    const isCore = name === 'docProps/core.xml';
    const content = isCore ? strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$11980-01-02T00:00:00Z')) : bytes;
    return [name, [content, { mtime: '1980-01-02T00:00:00', level: 6 }]];
  });
  return zipSync(Object.fromEntries(entries));
}
