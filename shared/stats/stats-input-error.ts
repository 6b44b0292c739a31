/** An input that cannot be computed with. `field` is the path of the offending field as the caller wrote it, e.g. `contacts[2].cost`. */
export class StatsInputError extends Error {
  constructor(readonly field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.name = 'StatsInputError';
  }
}
