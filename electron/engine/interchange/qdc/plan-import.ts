import { addCode, changeCode, type CodeRow } from '#shared/commands/codebook.ts';
import type { Code, CodeKind } from '#shared/model/code.ts';
import type { CodebookImport } from '#shared/model/codebook-file.ts';
import type { CommandDefinition } from '#shared/commands/command.ts';
import { nearestColour, type ExchangeCode } from './exchange-code.ts';
import { shortForm } from './short-form.ts';

export type PlannedStep = { definition: Pick<CommandDefinition, 'name' | 'version'>; payload: CodeRow };
type Row = CodebookImport['rows'][number];

export type ImportPlan = { steps: PlannedStep[]; rows: Row[]; retired: number; remarks: string[] };

type Present = {
  /** Codes in use and out of use. */
  inUse: readonly Code[]; retired: readonly Code[];
  /** The default codebook that nobody has used: it makes room. */
  isUntouched: boolean;
};

/** The commands that bring a file's codes into a codebook. A code is the same if its id is; nothing is taken away. */
export function planImport(codes: readonly ExchangeCode[], present: Present, kind: CodeKind): ImportPlan {
  const plan = new Plan(present, kind);
  plan.makeRoom(new Set(flat(codes).map(({ id }) => id)));
  for (const code of codes) plan.take(code, null, 0);
  return plan;
}

function flat(codes: readonly ExchangeCode[]): ExchangeCode[] {
  return codes.flatMap((code) => [code, ...flat(code.children)]);
}

const toRow = ({ uses: _uses, ...code }: Code, retired: boolean): CodeRow => ({ ...code, retired });

/** The same fields in the same order, so that two rows can be compared as text. */
function inOrder({ id, key, name, kind, dimension, parentId, owner, controllableBy, preventable, definition, examples, colour, quickSlot, retired }: CodeRow): CodeRow {
  return { id, key, name, kind, dimension, parentId, owner, controllableBy, preventable, definition, examples, colour, quickSlot, retired };
}

class Plan implements ImportPlan {
  readonly steps: PlannedStep[] = [];
  readonly rows: Row[] = [];
  readonly remarks: string[] = [];
  retired = 0;
  readonly #byId: Map<string, { code: Code; isRetired: boolean }>;
  readonly #keys: Set<string>;
  readonly #digits: Set<number>;

  constructor(private readonly present: Present, private readonly kind: CodeKind) {
    const all = [...present.inUse.map((code) => ({ code, isRetired: false })), ...present.retired.map((code) => ({ code, isRetired: true }))];
    this.#byId = new Map(all.map((entry) => [entry.code.id, entry]));
    this.#keys = new Set(all.map(({ code }) => code.key.toLowerCase()));
    this.#digits = new Set(present.inUse.flatMap(({ quickSlot }) => quickSlot ?? []));
  }

  /** Short forms and digits of a default codebook that steps aside are free for the codes that come. */
  makeRoom(coming: ReadonlySet<string>): void {
    if (!this.present.isUntouched) return;
    for (const code of this.present.inUse) {
      if (coming.has(code.id)) continue;
      const key = `${code.key} (Earshot)`;
      this.#keys.delete(code.key.toLowerCase());
      this.#keys.add(key.toLowerCase());
      if (code.quickSlot !== null) this.#digits.delete(code.quickSlot);
      this.#step(changeCode, { ...toRow(code, true), key, quickSlot: null });
      this.retired += 1;
    }
  }

  take(code: ExchangeCode, parentId: string | null, depth: number): void {
    const known = this.#byId.get(code.id);
    const row = this.#rowOf(code, parentId, known?.code);
    const isSame = known !== undefined && !known.isRetired && JSON.stringify(row) === JSON.stringify(inOrder(toRow(known.code, false)));
    if (!known) this.#step(addCode, row);
    else if (!isSame) this.#step(changeCode, row);
    this.rows.push({ name: row.name, key: row.key, depth, act: known ? (isSame ? 'same' : 'change') : 'add' });
    for (const child of code.children) this.take(child, code.id, depth + 1);
  }

  /** What the file says, and where it says nothing what is known. */
  #rowOf(code: ExchangeCode, parentId: string | null, known: Code | undefined): CodeRow {
    const rest = code.own ?? known ?? { kind: this.kind, dimension: null, owner: null, controllableBy: null, preventable: null, examples: [] };
    const colour = code.own?.colour ?? known?.colour ?? (code.colour === null ? 0 : nearestColour(code.colour));
    const key = this.#keyOf(code, known);
    return inOrder({ ...rest, id: code.id, key, name: code.name, parentId, definition: code.definition, colour, quickSlot: this.#digitOf(code, known), retired: false });
  }

  #keyOf(code: ExchangeCode, known: Code | undefined): string {
    const wanted = code.own?.key ?? known?.key;
    if (known !== undefined && wanted === known.key) return known.key;
    const key = wanted !== undefined && !this.#keys.has(wanted.toLowerCase()) ? wanted : shortForm(code.name, this.#keys);
    if (wanted !== undefined && key !== wanted) this.remarks.push(`The short form “${wanted}” of “${code.name}” belongs to another code here; it is now “${key}”.`);
    this.#keys.add(key.toLowerCase());
    return key;
  }

  #digitOf(code: ExchangeCode, known: Code | undefined): number | null {
    const wanted = code.own === null ? known?.quickSlot ?? null : code.own.quickSlot;
    if (wanted === null || known?.quickSlot === wanted) return wanted;
    if (this.#digits.has(wanted)) {
      this.remarks.push(`Digit ${wanted} of “${code.name}” belongs to another code here, which keeps it.`);
      return null;
    }
    this.#digits.add(wanted);
    return wanted;
  }

  #step(definition: PlannedStep['definition'], payload: CodeRow): void {
    this.steps.push({ definition, payload });
  }
}
