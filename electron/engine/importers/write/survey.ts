import type { References } from './references.ts';
import { insert, upsert, type WriteContext, type Written } from './upsert.ts';

/** One answer to one item; the scale and its direction are part of the item and are never pooled over files that differ. */
export type SurveyAnswerInput = {
  key: string; kind: 'csat' | 'nps' | 'ces' | 'resolved' | 'superior' | 'felt' | 'rating' | 'text'; label: string;
  value: number | null; text: string | null; scaleMin: number | null; scaleMax: number | null; direction: 'up' | 'down';
};

export type SurveyInput = {
  externalId: string; interactionExternalId: string | null; customerExternalId: string | null;
  sentAt: string | null; answeredAt: string | null; comment: string | null; answers: readonly SurveyAnswerInput[];
};

/** Writes survey responses; finds or adds each item once. */
export class SurveyWriter {
  readonly #items = new Map<string, string>();

  constructor(private readonly context: WriteContext, private readonly references: References) {}

  write(survey: SurveyInput): Written {
    const { context } = this;
    const row = upsert(context, 'survey_response', {
      key: { external_id: survey.externalId },
      set: {
        interaction_external_id: survey.interactionExternalId, customer_external_id: survey.customerExternalId,
        customer_id: this.references.customer(survey.customerExternalId), sent_at: survey.sentAt, answered_at: survey.answeredAt, comment: survey.comment,
      },
    });
    const changed = survey.answers.filter((answer) => this.#answer(row.id, answer)).length;
    return row.written === 'same' && changed > 0 ? 'updated' : row.written;
  }

  /** @returns whether an answer that was there before is another one now */
  #answer(responseId: string, answer: SurveyAnswerInput): boolean {
    if (answer.value === null && answer.text === null) return false;
    const { db } = this.context;
    const itemId = this.#item(answer);
    const before = db.get<{ value: number | null; text: string | null }>('SELECT value, text FROM survey_answer WHERE response_id = ? AND item_id = ?', [responseId, itemId]);
    if (before && before.value === answer.value && before.text === answer.text) return false;
    db.run('INSERT OR REPLACE INTO survey_answer (response_id, item_id, value, text) VALUES (?, ?, ?, ?)', [responseId, itemId, answer.value, answer.text]);
    return before !== undefined;
  }

  /** The same question on another scale is another item: `csat` and `csat (0-10)` are never averaged. */
  #item(answer: SurveyAnswerInput): string {
    const { db } = this.context;
    const scale = `${answer.scaleMin ?? ''}-${answer.scaleMax ?? ''} ${answer.direction}`;
    const cacheKey = `${answer.key}\n${scale}`;
    const cached = this.#items.get(cacheKey);
    if (cached !== undefined) return cached;
    const matches = (key: string) => db.get<{ id: string; same: number }>(
      'SELECT id, (scale_min IS ? AND scale_max IS ? AND direction = ?) AS same FROM survey_item WHERE key = ?',
      [answer.scaleMin, answer.scaleMax, answer.direction, key],
    );
    const first = matches(answer.key);
    const key = first && first.same !== 1 ? `${answer.key} (${scale.trim()})` : answer.key;
    const found = key === answer.key ? first : matches(key);
    const id = found?.id ?? insert(this.context, 'survey_item', {
      key, kind: answer.kind, label: answer.label, scale_min: answer.scaleMin, scale_max: answer.scaleMax, direction: answer.direction,
    }).id;
    this.#items.set(cacheKey, id);
    return id;
  }
}
