import { shareText, countText, dateText, type Writing } from '#renderer/ui/figure-text.ts';
import type { LikelyCaller, OpenIssue, Trait } from '#shared/model/likely-caller.ts';

export function traitText({ kind, name, value }: Trait, { t }: Writing): string {
  return t(`customers:call.trait.${kind}`, { name, value });
}

/** Why a customer is named. */
export function reasonText({ trait, issue }: LikelyCaller, writing: Writing): string {
  return writing.t('customers:call.reason', { trait: traitText(trait, writing), name: issue });
}

/** What callers about an issue have in common, with both shares and their n; or that they have nothing. */
export function issueText({ name, onset, callers, trait, amongCallers, amongCustomers }: OpenIssue, writing: Writing): string {
  const { t, locale } = writing;
  const base = { name, day: dateText(onset, locale) };
  if (trait === null || amongCallers === null || amongCustomers === null || amongCallers.value === null || amongCustomers.value === null) return t('customers:call.noTrait', { ...base, n: countText(callers, locale) });
  return t('customers:call.issue', {
    ...base, trait: traitText(trait, writing), share: shareText(amongCallers.value, locale), n: countText(amongCallers.n, locale), allShare: shareText(amongCustomers.value, locale), all: countText(amongCustomers.n, locale),
  });
}

/** The list as rows of a file: whom, about what, and why. */
export function callRows(rows: readonly LikelyCaller[], writing: Writing): { header: string[]; rows: (string | number | null)[][] } {
  const columns = ['number', 'customer', 'issue', 'reason', 'contacts', 'margin'] as const;
  return {
    header: columns.map((column) => writing.t(`customers:call.column.${column}`)),
    rows: rows.map((row) => [row.externalId, row.name, row.issue, reasonText(row, writing), row.contacts, row.yearMargin === null ? null : Math.round(row.yearMargin * 100) / 100]),
  };
}
