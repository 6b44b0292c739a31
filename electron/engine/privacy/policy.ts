import { PrivacyPolicy } from '#shared/model/privacy.ts';
import type { Database } from '#engine/store/database.ts';

/** What is hidden until the user says otherwise: what names a person or opens an account. */
export const defaultPolicy: PrivacyPolicy = {
  types: [
    'CREDIT_CARD', 'IBAN_CODE', 'US_SSN', 'EMAIL_ADDRESS', 'PHONE_NUMBER', 'IP_ADDRESS', 'ACCOUNT_NUMBER', 'US_DRIVER_LICENSE',
    'PERSON', 'STREET_ADDRESS', 'ZIP_CODE', 'DATE_TIME',
  ],
  show: 'redacted',
  keepMonths: null,
  lockMinutes: 15,
  sound: 'silence',
};

/** The project's policy. */
export function readPolicy(db: Database): PrivacyPolicy {
  const row = db.get<{ value: string }>("SELECT value FROM setting WHERE key = 'privacy'");
  return row === undefined ? defaultPolicy : PrivacyPolicy.parse({ ...defaultPolicy, ...(JSON.parse(row.value) as object) });
}
