import { converse } from './dialogue/conversation.ts';
import { createOutcomes } from './plan/outcomes.ts';
import { createSchedule } from './plan/schedule.ts';
import { createRandom } from './random.ts';
import type { SampleFile } from './sample-file.ts';
import { costsFile } from './tables/costs.ts';
import { interactionsFile } from './tables/interactions.ts';
import { beliefFile, codebookFiles, peopleFiles } from './tables/people.ts';
import { purchasesFile } from './tables/purchases.ts';
import { qualityFile } from './tables/quality.ts';
import { surveyFiles } from './tables/surveys.ts';
import { tagsFile } from './tables/tags.ts';
import { transcriptFiles } from './tables/transcripts.ts';
import { createCustomers } from './world/customers.ts';

export type { SampleFile } from './sample-file.ts';

/**
 * The text files of the sample project, always the same for the same seed. Tables come first, in the order in which they are best
 * imported; transcripts follow. The recordings lie beside this file in `audio/`, named after the external ids.
 */
export function generateSample(seed = 20261121): SampleFile[] {
  const customers = createCustomers(createRandom(seed, 'customers'));
  const contacts = createSchedule(customers, createRandom(seed, 'schedule'));
  const outcomes = createOutcomes(contacts, createRandom(seed, 'outcomes'));
  const conversations = converse(contacts, seed);
  return [
    ...codebookFiles(), ...peopleFiles(customers), interactionsFile(conversations, seed), ...transcriptFiles(conversations), ...surveyFiles(conversations, outcomes, seed),
    qualityFile(conversations, outcomes, seed), beliefFile(seed), tagsFile(conversations, outcomes, seed), purchasesFile(customers, contacts, seed), costsFile(conversations, seed),
  ];
}
