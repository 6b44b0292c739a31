import { isoMonth } from '../calendar.ts';
import type { Conversation } from '../dialogue/conversation.ts';
import { createRandom } from '../random.ts';
import type { SampleFile } from '../sample-file.ts';
import { type Cell, csvFile } from './csv.ts';
import { handlingOf } from './interactions.ts';

/** Time-driven costing (Kaplan and Anderson 2004): practical capacity is 82 % of the paid minutes. */
const practicalShare = 0.82;
const wagePerPaidMinute = 0.62;

/**
 * `costs.csv`: the share of the centre's cost that belongs to the contacts in the extract. Paid and practical minutes stand on the
 * salary row of each month only, so that a sum over the rows counts them once; practical capacity is never below what was used.
 */
export function costsFile(conversations: readonly Conversation[], seed: number): SampleFile {
  const random = createRandom(seed, 'costs');
  const used = new Map<string, number>();
  for (const conversation of conversations) {
    const { talk, hold, acw } = handlingOf(conversation, seed);
    const month = isoMonth(conversation.contact.day);
    used.set(month, (used.get(month) ?? 0) + (talk + hold + (acw ?? 60)) / 60);
  }
  const rows = [...used].flatMap(([month, minutes]): Cell[][] => {
    const practical = Math.ceil((minutes * (1.16 + 0.14 * random.next())) / 10) * 10;
    const paid = Math.round(practical / practicalShare);
    return [
      [month, 'Salaries', (paid * wagePerPaidMinute * (0.98 + 0.04 * random.next())).toFixed(2), 'GBP', paid, practical],
      [month, 'Systems and telephony', (paid * 0.15).toFixed(2), 'GBP', '', ''],
      [month, 'Premises', (paid * 0.09).toFixed(2), 'GBP', '', ''],
      [month, 'Training and quality', (paid * 0.06).toFixed(2), 'GBP', '', ''],
    ];
  });
  return csvFile('costs.csv', ['month', 'cost_category', 'amount', 'currency', 'paid_minutes', 'practical_capacity_minutes'], rows);
}
