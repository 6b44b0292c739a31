import { describe, expect, it } from 'vitest';
import { isCardNumber, isSocialSecurityNumber, passesLuhn, passesMod97 } from '#engine/privacy/checksums.ts';
import { findEntities, maskText } from '#engine/privacy/find-entities.ts';
import { hasPersonalData, maskPersonalData } from '#engine/privacy/mask.ts';
import { occurrencesOf, rosterOf } from '#engine/privacy/roster.ts';

const found = (text: string) => findEntities(text).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`);

describe('check digits', () => {
  it('follow the published examples', () => {
    // ISO/IEC 7812's and the networks' own test numbers; the IBANs are the examples of the ECBS registry.
    expect(['4111111111111111', '378282246310005', '30569309025904', '6011111111111117'].map(passesLuhn)).toEqual([true, true, true, true]);
    expect(passesLuhn('4111111111111112')).toBe(false);
    expect(['GB82WEST12345698765432', 'DE89370400440532013000', 'FR1420041010050500013M02606'].map(passesMod97)).toEqual([true, true, true]);
    expect(passesMod97('GB82WEST12345698765433')).toBe(false);
    expect([isCardNumber('4111111111111111'), isCardNumber('0000000000000000'), isCardNumber('41111')]).toEqual([true, false, false]);
    expect([isSocialSecurityNumber('219099999'), isSocialSecurityNumber('000121234'), isSocialSecurityNumber('666121234')]).toEqual([true, false, false]);
  });
});

describe('structured personal data', () => {
  it.each([
    ['my card is 4111 1111 1111 1111 thanks', 'CREDIT_CARD: 4111 1111 1111 1111'],
    ['IBAN GB82 WEST 1234 5698 7654 32 please', 'IBAN_CODE: GB82 WEST 1234 5698 7654 32'],
    ['write to ruth.hallam@example.co.uk.', 'EMAIL_ADDRESS: ruth.hallam@example.co.uk'],
    ['it is ruth dot hallam at gmail dot com', 'EMAIL_ADDRESS: ruth dot hallam at gmail dot com'],
    ['his ssn is 219-09-9999', 'US_SSN: 219-09-9999'],
    ['from 192.168.4.21 today', 'IP_ADDRESS: 192.168.4.21'],
    ['ring me on 07700 900123', 'PHONE_NUMBER: 07700 900123'],
    ['call +44 20 7946 0958 now', 'PHONE_NUMBER: +44 20 7946 0958'],
    ['call me on (555) 010-4477', 'PHONE_NUMBER: (555) 010-4477'],
    ['my account number is 12345678', 'ACCOUNT_NUMBER: 12345678'],
    ['the sort code is 20-00-00', 'ACCOUNT_NUMBER: 20-00-00'],
    ['the security code is 737', 'ACCOUNT_NUMBER: 737'],
    ['see https://example.org/me?x=1, ok', 'DOMAIN_NAME: https://example.org/me?x=1'],
    ['I was born on August 19, 2020', 'DATE_TIME: August 19, 2020'],
  ])('is found in “%s”', (text, expected) => expect(found(text)).toContain(expected));

  it.each([
    'It cost 1,234.50 and I paid 23 pounds.', 'I waited forty five minutes.', 'The order 1234567 came in March.', 'Call between 9:30 and 11:45.',
    'version 10.2.3 of the app', 'my card 4111 1111 1111 1112 is not valid', 'from 2019 to 2023', 'I have 3 children and 2 cars.',
  ])('is not seen in “%s”', (text) => expect(found(text).filter((entry) => !entry.startsWith('DATE'))).toEqual([]));
});

describe('names', () => {
  it('are found by introduction, list, title and roster, with and without capitals', () => {
    expect(found('my name is patricia brown')).toEqual(['PERSON: patricia brown']);
    expect(found('This is Faina Yefremova from billing.')).toContain('PERSON: Faina Yefremova');
    expect(found('I spoke to Mr. Ravensby yesterday.')).toContain('PERSON: Ravensby');
    const roster = rosterOf(['Oluwaseun Adeyemi', 'Grace Hope']);
    const at = (text: string) => findEntities(text, { roster }).map(({ start, end }) => text.slice(start, end));
    expect(at('thanks oluwaseun adeyemi')).toEqual(['oluwaseun adeyemi']);
    expect(at("it was adeyemi's fault")).toEqual(['adeyemi']);
    expect(at('I hope so, with grace')).toEqual([]);
    expect(at('Thank you, Grace!')).toEqual(['Grace']);
  });

  it('are not seen in everyday sentences', () => {
    for (const text of ['Thank you for calling, how can I help you today?', 'Okay, perfect. Anything else?', 'I will call you on Monday in May.']) expect(found(text)).toEqual([]);
  });
});

describe('the mask', () => {
  it('keeps every offset', () => {
    const text = 'I am Jennifer, card 4111 1111 1111 1111.';
    const masked = maskText(text, findEntities(text));
    expect(masked).toHaveLength(text.length);
    expect(masked.slice(-1)).toBe('.');
    expect(masked).not.toMatch(/Jennifer|4111/);
  });

  it('for what leaves the project says of its own result that nothing is left', () => {
    const names = ['Ruth Hallam'];
    for (const text of ['Ruth said call 07700 900123', 'it is four five six seven eight', 'write to ruth@example.org']) {
      expect(hasPersonalData(text, names)).toBe(true);
      expect(hasPersonalData(maskPersonalData(text, names), names)).toBe(false);
    }
  });

  it('hides guessed names in quotes, and does not take our own sentences for them', () => {
    expect(maskPersonalData('my name is oluwaseun, of 12 Park Lane', [])).toBe('my name is ▮▮▮, of ▮▮▮');
    expect(hasPersonalData('Response: Only 2 interactions carry both views in Billing North.', [])).toBe(false);
  });

  it('marks words wherever they stand as whole words, whatever signs they hold', () => {
    expect(occurrencesOf('Zed (x+), zed; zedx', 'zed').map(({ start }) => start)).toEqual([0, 10]);
    expect(occurrencesOf('price (x+) of', '(x+)')).toHaveLength(1);
    expect(occurrencesOf('anything', '  ')).toEqual([]);
  });
});
