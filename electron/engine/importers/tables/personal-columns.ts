import { plainName } from './column-names.ts';
import type { ColumnView } from './table-profile.ts';

/** Words in column names that point to a person, in several languages. */
const NAMES = /\b(?:(?:first|last|full|sur|given|family|middle|maiden|recipient)?\s?name|surname|firstname|lastname|e ?mail|mail address|(?:tele)?phone(?! (?:service|plan|type|model|lines?))|tel|mobile|cell|fax|address|street|zip|zip code|postcode|postal code|birth|birthday|birthdate|dob|date of birth|ssn|social security|passport|iban|card number|ip|ip ?address|latitude|longitude|vorname|nachname|telefon|handy|mobil|adresse|anschrift|strasse|plz|postleitzahl|geburtsdatum|geburtstag|kontonummer|prenom|nom|courriel|code postal|naissance|apellidos?|nombre|correo|telefono|movil|direccion|codigo postal|nacimiento|voornaam|achternaam|telefoon|straat|geboortedatum)\b/;

const VALUES: readonly (readonly [RegExp, string])[] = [
  [/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/, 'e-mail addresses'],
  [/^(?=(?:\D*\d){8,15}\D*$)(?:\+|00|\(?0)[\d\s()./-]+$/, 'telephone numbers'],
  [/^[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?$/, 'bank account numbers'],
  [/^(?:\d{1,3}\.){3}\d{1,3}$/, 'network addresses'],
  [/^(?:\d{4}[\s-]){3}\d{1,7}$/, 'card numbers'],
];

/** Says why a column looks as if it identified people, or null. A hint, not a finding. */
export function personalHint(column: ColumnView): string | null {
  if (NAMES.test(plainName(column.name))) return 'its name looks personal';
  const texts = [...column.profile.distinct.keys()].filter((text) => text.length <= 100);
  if (texts.length === 0) return null;
  const found = VALUES.find(([pattern]) => texts.filter((text) => pattern.test(text.trim())).length >= Math.max(1, texts.length * 0.3));
  return found ? `it holds what look like ${found[1]}` : null;
}
