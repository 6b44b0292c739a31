import { FrozenClaims } from '#engine/briefing/frozen-claims.ts';

const letters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The claims that a page carries. */
export function carriedText(page: string): FrozenClaims {
  const found = /<pre hidden id="earshot-claims">([\s\S]*?)<\/pre>/.exec(page)?.[1] ?? 'null';
  return FrozenClaims.parse(JSON.parse(found.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => letters[entity] ?? entity)));
}
