/** Work cut into steps, so that others can be heard in between; its result comes with the last. */
export type Stepwise<T> = Generator<undefined, T>;

/** All steps without a pause. */
export function atOnce<T>(steps: Stepwise<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
