/**
 * The latest moment that a record can be about: a day after the latest import, because exports often carry local times
 * without a zone. What is dated later is a mistake; it is counted as invalid and enters no figure. Projects without an
 * import know no such moment.
 */
export const asOfSql = "coalesce((SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(b.at), '+1 day') FROM import_batch b), '9999')";

/** Whether a time is known and not later than that, or not known at all. */
export function isPossibleSql(time: string): string {
  return `(${time} IS NULL OR ${time} <= ${asOfSql})`;
}

/**
 * Whether an evaluation (alias `e`) can have happened. One that was finished in Earshot carries this computer's own time
 * and may be younger than any import.
 */
export const isPossibleEvaluationSql = `(e.import_id IS NULL OR ${isPossibleSql('e.evaluated_at')})`;
