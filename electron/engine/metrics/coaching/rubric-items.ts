/** The items of the rubric of the metric specification: short form to name. */
export const rubricItems: ReadonlyMap<string, string> = new Map([
  ['t1', 'Diagnosis'], ['t2', 'Correctness'], ['t3', 'Completeness and next issue'], ['t4', 'Clarity and commitments'], ['t5', 'Process and economy of effort'],
  ['e1', 'Noticing'], ['e2', 'Understanding'], ['e3', 'Knowing'], ['e4', 'On their side'], ['e5', 'Warmth and closing'],
]);
