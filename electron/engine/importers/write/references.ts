import { insert, type WriteContext } from './upsert.ts';

/**
 * Finds customers, agents and interactions by the id that the company uses, adding a bare row for a customer or agent
 * that nothing else has described yet. Looks each up once per import.
 */
export class References {
  readonly #customers = new Map<string, string>();
  readonly #agents = new Map<string, string>();

  constructor(private readonly context: WriteContext) {}

  customer(externalId: string | null | undefined, name?: string): string | null {
    return this.#find({ known: this.#customers, table: 'customer' }, externalId, name);
  }

  agent(externalId: string | null | undefined, name?: string): string | null {
    return this.#find({ known: this.#agents, table: 'agent' }, externalId, name);
  }

  /** Undefined when the project has no such interaction. */
  interaction(externalId: string): { id: string; key: number } | undefined {
    return this.context.db.get<{ id: string; key: number }>('SELECT id, key FROM interaction WHERE external_id = ?', [externalId]);
  }

  #find({ known, table }: { known: Map<string, string>; table: 'customer' | 'agent' }, externalId: string | null | undefined, name?: string): string | null {
    if (externalId === null || externalId === undefined || externalId === '') return null;
    const cached = known.get(externalId);
    if (cached !== undefined) return cached;
    const { db } = this.context;
    const found = db.get<{ id: string; name: string | null }>(`SELECT id, name FROM ${table} WHERE external_id = ?`, [externalId]);
    const id = found?.id ?? insert(this.context, table, { external_id: externalId, name: name ?? null }).id;
    if (found && found.name === null && name) db.run(`UPDATE ${table} SET name = ? WHERE id = ?`, [name, id]);
    known.set(externalId, id);
    return id;
  }
}
