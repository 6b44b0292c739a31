import type { SurveyItemKind } from '#shared/model/import-mapping.ts';
import { plainName } from './column-names.ts';
import type { ScaleRange } from './values/detect-scale.ts';

/** A question that many surveys ask: how its column is called, what its text says, which scale it usually has. */
export type KnownItem = {
  key: string;
  kind: SurveyItemKind;
  label: string;
  names: readonly string[];
  /** What the question's text says, on its plain form. */
  asked?: RegExp;
  scale: ScaleRange;
};

export const knownItems: readonly KnownItem[] = [
  {
    key: 'csat', kind: 'csat', label: 'Satisfaction', scale: { min: 1, max: 5 },
    names: ['csat', 'csat score', 'satisfaction', 'customer satisfaction', 'overall satisfaction', 'satisfaction score', 'zufriedenheit', 'kundenzufriedenheit', 'zufr', 'gesamtzufriedenheit', 'satisfaction globale', 'satisfaction client', 'satisfaccion', 'tevredenheid', 'klanttevredenheid'],
    asked: /how satisfied|overall satisfaction|satisfied (?:are|were) you|wie zufrieden|satisfait e? ?(?:etes|avez)|degre de satisfaction|que tan satisfech|nivel de satisfaccion|hoe tevreden/,
  },
  {
    key: 'nps', kind: 'nps', label: 'Likely to recommend', scale: { min: 0, max: 10 },
    names: ['nps', 'nps score', 'likelihood to recommend', 'likely to recommend', 'recommend', 'recommendation', 'ltr', 'weiterempfehlung', 'weiterempfehlungsbereitschaft', 'recommandation', 'recomendacion', 'aanbeveling'],
    asked: /how likely .*recommend|likely are you to recommend|wie wahrscheinlich .*empfehlen|recommanderiez|probabilite .*recommand|probable .*recomiend|recomendaria|waarschijnlijk .*aanbevel/,
  },
  {
    key: 'ces', kind: 'ces', label: 'Made it easy', scale: { min: 1, max: 7 },
    names: ['ces', 'ces score', 'customer effort', 'customer effort score', 'effort', 'effort score', 'ease', 'easy', 'aufwand', 'kundenaufwand', 'facilite', 'esfuerzo', 'facilidad', 'gemak'],
    asked: /made it easy|easy (?:was it|to handle|to resolve)|how easy|wie einfach|wie leicht|facile .*(?:probleme|demande)|facil .*(?:resolver|gestion)|hoe makkelijk/,
  },
  {
    key: 'resolved', kind: 'resolved', label: 'Resolved in this contact', scale: { min: 0, max: 1 },
    names: ['resolved', 'issue resolved', 'problem resolved', 'problem solved', 'is resolved', 'resolution', 'gelost', 'problem gelost', 'anliegen gelost', 'resolu', 'probleme resolu', 'resuelto', 'opgelost'],
    asked: /(?:issue|problem|request|question|query) (?:been )?(?:fully |completely )?(?:resolved|solved|dealt with)|(?:anliegen|problem) .*gelost|(?:probleme|demande) .*resolu|problema .*resuelto/,
  },
  {
    key: 'superior', kind: 'superior', label: 'A superior experience', scale: { min: 1, max: 5 },
    names: ['superior', 'superior experience', 'superior service', 'deliver a superior experience', 'uberragend', 'experience superieure', 'experiencia superior'],
    asked: /superior (?:experience|service|customer)|uberragende/,
  },
  {
    key: 'repeat_not_needed', kind: 'felt', label: 'I did not have to repeat myself', scale: { min: 1, max: 5 },
    names: ['repeat not needed', 'no repeat', 'did not have to repeat', 'not repeat myself', 'keine wiederholung', 'nichts wiederholen'],
    asked: /(?:not|never) (?:have|had|need) to repeat|nicht .*wiederholen|sans .*repeter|no .*repetir/,
  },
  {
    key: 'understood', kind: 'felt', label: 'They understood what mattered to me', scale: { min: 1, max: 5 },
    names: ['understood', 'felt understood', 'understood me', 'verstanden', 'verstanden gefuhlt', 'compris', 'comprendido', 'begrepen'],
    asked: /understood (?:what|me|my)|felt understood|verstanden (?:gefuhlt|was)|compris (?:ce|mon)|entendieron/,
  },
  {
    key: 'on_my_side', kind: 'felt', label: 'They were on my side', scale: { min: 1, max: 5 },
    names: ['on my side', 'felt on my side', 'auf meiner seite', 'de mon cote', 'de mi lado', 'aan mijn kant'],
    asked: /on my side|auf meiner seite|de mon cote|de mi lado/,
  },
];

/** Only the question asked from 0 to 10 is an NPS (Reichheld 2003); on any other scale it is a rating. */
export function isNpsScale(scale: ScaleRange): boolean {
  return scale.min === 0 && scale.max === 10;
}

/** A question found by its column name (certain) or by its text (likely), or null. */
export function knownItemFor(name: string, label: string | null): { item: KnownItem; confidence: number; why: string } | null {
  const plain = plainName(name);
  const byName = knownItems.find((item) => item.names.includes(plain) || plain === item.key.replaceAll('_', ' '));
  if (byName) return { item: byName, confidence: 1, why: 'the column is called that' };
  for (const text of [label === null ? '' : plainName(label), plain]) {
    const asked = text === '' ? undefined : knownItems.find((item) => item.names.includes(text) || item.asked?.test(text));
    if (asked) return { item: asked, confidence: 0.85, why: 'the question asks for it' };
  }
  return null;
}
