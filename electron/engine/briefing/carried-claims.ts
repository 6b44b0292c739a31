import { strFromU8, strToU8 } from 'fflate';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const itemId = '{8D1F0B0A-6E5B-4C0C-9E37-EA2500000001}';
const claimsSpace = 'urn:earshot:claims';

/**
 * The parts of an Office package with the claims as custom XML, which Word, PowerPoint and Excel keep when they save
 * (ECMA-376, 15.2.5). `owner` is the part that refers to it, e.g. `ppt/presentation.xml`.
 */
export function withCarriedClaims(parts: Record<string, Uint8Array>, owner: string, claims: string): Record<string, Uint8Array> {
  const slash = owner.lastIndexOf('/');
  const rels = `${owner.slice(0, slash)}/_rels${owner.slice(slash)}.rels`;
  const refer = (xml: string) => xml.replace('</Relationships>', `<Relationship Id="rIdClaims" Type="${relations}/customXml" Target="../customXml/item1.xml"/></Relationships>`);
  const typed = (xml: string) => xml.replace('</Types>', '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>');
  return {
    ...parts,
    '[Content_Types].xml': strToU8(typed(strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()))),
    [rels]: strToU8(refer(strFromU8(parts[rels] ?? new Uint8Array()))),
    'customXml/item1.xml': strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<claims xmlns="${claimsSpace}">${Buffer.from(claims).toString('base64')}</claims>`),
    'customXml/itemProps1.xml': strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${claimsSpace}"/></ds:schemaRefs></ds:datastoreItem>`),
    'customXml/_rels/item1.xml.rels': strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/customXmlProps" Target="itemProps1.xml"/></Relationships>`),
  };
}

/** The claims of an Office package, or null where it carries none. */
export function carriedClaims(parts: Record<string, Uint8Array>): string | null {
  for (const [name, bytes] of Object.entries(parts)) {
    const found = /^customXml\/item\d+\.xml$/.test(name) ? /<claims xmlns="urn:earshot:claims">([A-Za-z0-9+/=]+)<\/claims>/.exec(strFromU8(bytes)) : null;
    if (found?.[1] !== undefined) return Buffer.from(found[1], 'base64').toString('utf8');
  }
  return null;
}
