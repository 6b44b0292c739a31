/** Characters that make a spreadsheet take a cell for a formula, also after spaces or quotes (OWASP, CSV injection). */
const FORMULA = /^[\s"']*[=+\-@\t\r\n\0＝＋－＠]/u;
const PLAIN_NUMBER = /^[-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?\s?%?$/;

/** Text that no spreadsheet runs: an apostrophe goes before what could be a formula. Numbers stay numbers. */
export function defuseFormula(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Takes back what `defuseFormula` put before a text, and nothing else. */
export function restoreFormula(text: string): string {
  return text.startsWith("'") && defuseFormula(text.slice(1)) === text ? text.slice(1) : text;
}
