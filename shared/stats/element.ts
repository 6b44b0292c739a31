/** Reads an element that the caller knows to exist; a wrong index is a programming error and throws instead of turning into NaN. */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no element at ${index} of ${values.length}`);
  return value;
}

/** Adds to one cell of a numeric table in place. */
export function addAt(values: number[] | Float64Array, index: number, amount: number): void {
  values[index] = at(values, index) + amount;
}
