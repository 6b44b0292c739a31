/** Luhn's check of a card number (ISO/IEC 7812-1, annex B). `digits` holds digits only. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighted = place % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** The check of an IBAN (ISO 7064, MOD 97-10). `iban` holds letters and digits without blanks, in any case. */
export function passesMod97(iban: string): boolean {
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`.toUpperCase();
  let rest = 0;
  for (const sign of moved) {
    const value = /\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55);
    for (const digit of value) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** A card number that a network could have issued: 12 to 19 digits, a known kind of first digit, and Luhn. */
export function isCardNumber(digits: string): boolean {
  return digits.length >= 12 && digits.length <= 19 && /^[1-6]/.test(digits) && !/^(\d)\1+$/.test(digits) && passesLuhn(digits);
}

/** A US social security number that can exist: no 000 or 666 area, no zero group or serial. 9xx is let through: it is an ITIN. */
export function isSocialSecurityNumber(digits: string): boolean {
  return /^(?!000|666)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits);
}
