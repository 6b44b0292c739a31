/**
 * What can be said about one reason. The customer: `problem` (states it), `detail` (adds to it), the answers of `asks` and the
 * objections of `doubts`. The agent: the questions of `asks`, `finds` (what the account shows), the replies of `doubts`, `fixes`
 * (settles it) and `walls` (does not). `topic` is a noun phrase that fits after "about".
 */
export type ReasonText = {
  topic: readonly string[]; problem: readonly string[]; detail: readonly string[]; asks: readonly (readonly [string, string])[];
  finds: readonly string[]; doubts: readonly (readonly [string, string])[]; fixes: readonly string[]; walls: readonly string[];
};
