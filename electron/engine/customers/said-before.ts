/**
 * Words with which customers say that they have said it before. English only; a tag "repeated information" says the same
 * in any language. Word boundaries keep "against" and "spoken" out.
 */
const phrases: readonly RegExp[] = [
  /\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th) time\b/iu,
  /\b(?:i|we)(?:'ve| have|'d| had)? (?:already|just) (?:said|told|explained|given|gave|sent|called|written|wrote|been through)\b/iu,
  /\b(?:as|like) i (?:said|told|explained|wrote)\b/iu,
  /\b(?:last time|before|yesterday|last week|last month) (?:i|we) (?:called|rang|phoned|spoke|wrote|told|said)\b/iu,
  /\b(?:i|we) (?:told|explained (?:it |this |that )?to|spoke (?:to|with)|said (?:it |this |that )?to) (?:your|the (?:other|last|previous)|somebody|someone|one of your)\b/iu,
  /\b(?:i|we)(?:'ve| have)? (?:called|rung|rang|phoned|written|emailed) (?:you )?(?:twice|three times|four times|several times|before|already|again)\b/iu,
  /\b(?:say|repeat|explain|tell you|go through) (?:it |this |that |everything |the whole (?:story|thing) )?(?:all over )?again\b/iu,
];

/** Does a customer say that this was said or asked before? */
export function isSaidBefore(text: string): boolean {
  return phrases.some((phrase) => phrase.test(text));
}
