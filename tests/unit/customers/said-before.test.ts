import { expect, test } from 'vitest';
import { isSaidBefore } from '#engine/customers/said-before.ts';

test.each([
  'This is the third time I am calling about this bill.', 'I have already told your colleague.', "I've already sent the reading.", 'As I said, the meter is broken.',
  'I told your man on Monday.', 'Do I have to explain everything again?', 'I called twice about it.', 'Last time I called somebody promised.',
])('"%s" says that it was said before', (text) => expect(isSaidBefore(text)).toBe(true));

test.each(['I want to pay my bill.', 'The time is three.', 'I would like to move my account.', 'Can I call you again tomorrow?', 'He told me a joke.', 'It is against the rules.'])(
  '"%s" does not', (text) => expect(isSaidBefore(text)).toBe(false));
