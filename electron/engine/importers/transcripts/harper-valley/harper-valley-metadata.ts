import { type Parsed, type ParsedInteraction, type Problem, type SourceFile, type TranscriptImporter } from '#engine/importers/importer.ts';
import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import { finishInteraction } from '#engine/importers/transcripts/interaction-draft.ts';
import { headJson } from '#engine/importers/transcripts/head-json.ts';
import { baseName, readSourceJson } from '#engine/importers/transcripts/source-text.ts';

/** The survey's items. The published values run to 10; 1 is taken as the lowest, as a value of 0 never occurs. */
const surveyItems = ['partner_rating', 'ease_of_connection'] as const;
const scale = { scaleMin: 1, scaleMax: 10 };

type Person = { externalId: string; name?: string };

/**
 * `metadata/<sid>.json` of the HarperValleyBank corpus: who, when, why and what both sides answered afterwards. Has the
 * external id of the transcript of the same call, so the two become one interaction; alone it is a call without words.
 */
export const harperValleyMetadata: TranscriptImporter = {
  id: 'harper-valley-metadata',
  label: 'HarperValleyBank call metadata',
  sniff: (head) => (isMetadata(headJson(head)) ? 1 : 0),
  read: readMetadata,
};

function isMetadata(value: unknown): boolean {
  const call = recordOf(value);
  return call !== undefined && 'sid' in call && recordOf(call['agent']) !== undefined && recordOf(call['caller']) !== undefined && Array.isArray(call['tasks']);
}

async function* readMetadata(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { value, problems } = await readSourceJson(source, signal);
  for (const problem of problems) yield { problem };
  const call = recordOf(value) ?? {};
  const agent = recordOf(call['agent']) ?? {};
  const caller = recordOf(call['caller']) ?? {};
  const externalId = textOf(call['sid']) ?? baseName(source.name);
  const startMs = numberOf(call['start_time_ms']);
  const endMs = numberOf(call['end_time_ms']);
  const answers = answersOf(caller);
  for (const problem of surveyProblems(source.name, caller)) yield { problem };
  yield* finishInteraction(source.name, {
    externalId,
    channel: 'phone',
    ...definedOnly({
      startedAt: startMs !== undefined && startMs > 0 && startMs < 8.64e15 ? new Date(startMs).toISOString() : undefined,
      durationMs: startMs !== undefined && endMs !== undefined && endMs >= startMs ? endMs - startMs : undefined,
      agent: personOf(agent, 'agent_name'),
      customer: personOf(caller, 'first and last name'),
      reason: reasonOf(call),
      survey: answers.length === 0 ? undefined : { externalId: `${externalId}-caller`, answers },
    }),
    fields: fieldsOf(call),
    facts: factsOf(call, agent, caller),
    turns: [],
  }, false);
}

function personOf(side: JsonRecord, nameKey: string): Person | undefined {
  const name = textOf(recordOf(side['metadata'])?.[nameKey]);
  const externalId = textOf(side['speaker_id']) ?? name;
  if (externalId === undefined) return undefined;
  return name === undefined ? { externalId } : { externalId, name };
}

/** A call may have several tasks; their types in order, each once. */
function reasonOf(call: JsonRecord): string | undefined {
  const types = new Set(recordsOf(call['tasks']).flatMap((task) => textOf(task['task_type']) ?? []));
  return types.size === 0 ? undefined : [...types].join('; ');
}

/** The details of the tasks (`replacement card type: debit`) and the session. */
function fieldsOf(call: JsonRecord): Record<string, string> {
  const fields: Record<string, string> = {};
  const session = textOf(call['session']);
  if (session !== undefined) fields['session'] = session;
  for (const task of recordsOf(call['tasks'])) {
    for (const [key, value] of Object.entries(task)) {
      const text = textOf(value);
      if (key !== 'task_type' && text !== undefined) fields[key] = fields[key] === undefined ? text : `${fields[key]}; ${text}`;
    }
  }
  return fields;
}

function factsOf(call: JsonRecord, agent: JsonRecord, caller: JsonRecord): Record<string, unknown> {
  const labels = recordOf(call['labels']);
  const agentSurvey = recordOf(recordOf(agent['survey_response'])?.['data']);
  const arrived = numberOf(caller['arrival_time_ms']);
  const started = numberOf(call['start_time_ms']);
  return definedOnly({
    agentMeanOpinionScore: numberOf(labels?.['agent_mos']),
    callerMeanOpinionScore: numberOf(labels?.['caller_mos']),
    scriptAdherence: numberOf(labels?.['lhvb_script']),
    agentPartnerRating: numberOf(agentSurvey?.['partner_rating']),
    agentEaseOfConnection: numberOf(agentSurvey?.['ease_of_connection']),
    callerWaitMs: arrived !== undefined && started !== undefined && started >= arrived ? started - arrived : undefined,
  });
}

/** The caller's answers; ratings come as text, an unanswered survey as an empty object. */
function answersOf(caller: JsonRecord): { item: string; value: number; scaleMin: number; scaleMax: number }[] {
  const data = surveyData(caller);
  return surveyItems.flatMap((item) => {
    const value = numberOf(data[item]);
    return value === undefined || !onScale(value) ? [] : [{ item, value, ...scale }];
  });
}

function surveyProblems(file: string, caller: JsonRecord): Problem[] {
  const data = surveyData(caller);
  return surveyItems.flatMap((item): Problem[] => {
    const found = textOf(data[item]);
    const value = numberOf(data[item]);
    if (found === undefined || (value !== undefined && onScale(value))) return [];
    return [{
      file, row: null, column: item, code: 'SURVEY_VALUE_OFF_SCALE', found, expected: '1 to 10',
      message: `The survey answer "${item}" is "${found}"; a number from 1 to 10 was expected. The call was imported without this answer.`,
    }];
  });
}

function surveyData(caller: JsonRecord): JsonRecord {
  return recordOf(recordOf(caller['survey_response'])?.['data']) ?? {};
}

function onScale(value: number): boolean {
  return value >= scale.scaleMin && value <= scale.scaleMax;
}
