import { EarshotError } from '#shared/errors.ts';
import type { Code } from '#shared/model/code.ts';
import { describe } from './description.ts';
import { exchangeColours } from './exchange-code.ts';

/** XML 1.0 has no other control characters, and half a surrogate pair is no character. */
function xmlCharacters(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' };

const inAttribute = (text: string): string => xmlCharacters(text).replaceAll(/[&<>"\r\n\t]/gu, (found) => entities[found] ?? found);
const inText = (text: string): string => xmlCharacters(text).replaceAll(/[&<>\r]/gu, (found) => entities[found] ?? found);

/**
 * A codebook as a REFI-QDA 1.0 codebook file: codes nested as in the tree, ids and order kept, the same bytes for the
 * same codes. @throws EarshotError REFUSED for a codebook without codes, which the standard does not allow
 */
export function writeQdc(codes: readonly Code[]): string {
  if (codes.length === 0) throw new EarshotError('REFUSED', 'The codebook has no codes, and a codebook file must hold at least one. Add a code first.');
  const ids = new Set(codes.map(({ id }) => id));
  const under = new Map<string | null, Code[]>();
  for (const code of codes) {
    const parentId = code.parentId !== null && ids.has(code.parentId) ? code.parentId : null;
    under.set(parentId, [...(under.get(parentId) ?? []), code]);
  }
  const written = (parentId: string | null, indent: string): string => (under.get(parentId) ?? []).map((code) => {
    const children = written(code.id, `${indent}  `);
    const isFolder = children !== '' && code.uses === 0;
    const colour = exchangeColours[code.colour % exchangeColours.length] ?? '#000000';
    const description = describe(code.definition, code);
    return `${indent}<Code guid="${inAttribute(code.id)}" name="${inAttribute(code.name)}" isCodable="${isFolder ? 'false' : 'true'}" color="${colour}">\n`
      + `${indent}  <Description>${inText(description)}</Description>\n${children}${indent}</Code>\n`;
  }).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Earshot">\n  <Codes>\n${written(null, '    ')}  </Codes>\n</CodeBook>\n`;
}
