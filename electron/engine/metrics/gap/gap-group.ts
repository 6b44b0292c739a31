import { ClusterSums } from '../clustering.ts';

/** What one part of the interactions holds: the square of those with both sides, and each side for itself. */
export type GapCounts = {
  both: number; companyOnly: number; customerOnly: number; neither: number;
  /** All evaluated, and how many of them are good. */
  companyN: number; companyYes: number;
  /** All answered, and how many of them are good. */
  customerN: number; customerYes: number;
  /** Interactions in scope; those chosen for evaluation; those evaluated for no known reason. */
  total: number; targeted: number; purposeUnknown: number;
};

/** Design effects of the judgements of matched interactions, of what follows from their square, and of each side for itself. */
export type GapDesign = {
  matchedCompany: number; matchedCustomer: number; difference: number; blindSpot: number; hiddenStrength: number; missRate: number;
  company: number; customer: number;
};

export const independentUnits: GapDesign = {
  matchedCompany: 1, matchedCustomer: 1, difference: 1, blindSpot: 1, hiddenStrength: 1, missRate: 1, company: 1, customer: 1,
};

/** Counts of interactions by how they were judged: place 4 x company + customer, as `judgements.ts` numbers them. */
type Cells = number[];

const noCells = (): Cells => Array.from({ length: 12 }, () => 0);

/** The judgements of one part of the project, in the order of its customers; `unknownCustomer` comes last. */
export type GroupJudgements = { codes: Uint8Array; customerOf: Int32Array; unknownCustomer: number };

/** Interactions added up by judgement, and per customer, for one part of the project. */
export class GapGroup {
  readonly segment: string | null;
  readonly #judgements: GroupJudgements;
  readonly #cells = noCells();
  readonly #designs = new Map<number, GapDesign>();
  #targeted = 0;
  #purposeUnknown = 0;

  constructor(segment: string | null, judgements: GroupJudgements) {
    this.segment = segment;
    this.#judgements = judgements;
    for (const code of judgements.codes) {
      const place = code & 15;
      this.#cells[place] = (this.#cells[place] ?? 0) + 1;
      if ((code & 16) > 0) this.#targeted += 1;
      if (code >= 32) this.#purposeUnknown += 1;
    }
  }

  /** The counts when `topBox` boxes count as the customer's good. */
  counts(topBox: number): GapCounts {
    return { ...countsOf(this.#cells, topBox), total: this.#judgements.codes.length, targeted: this.#targeted, purposeUnknown: this.#purposeUnknown };
  }

  /** How much the repetition of customers widens each interval; interactions without a customer are taken as independent. */
  design(topBox: number): GapDesign {
    const known = this.#designs.get(topBox) ?? this.#designed(topBox);
    this.#designs.set(topBox, known);
    return known;
  }

  #designed(topBox: number): GapDesign {
    const { codes, customerOf, unknownCustomer } = this.#judgements;
    const sums = new DesignSums();
    const own = noCells();
    for (let start = 0; start < codes.length; ) {
      const customer = customerOf[start] ?? unknownCustomer;
      own.fill(0);
      let at = start;
      for (; at < codes.length && customerOf[at] === customer; at += 1) {
        const place = (codes[at] ?? 0) & 15;
        own[place] = (own[place] ?? 0) + 1;
      }
      const counts = countsOf(own, topBox);
      if (customer === unknownCustomer) sums.addAlone(counts);
      else sums.add(counts);
      start = at;
    }
    return sums.design;
  }
}

type Judged = Omit<GapCounts, 'total' | 'targeted' | 'purposeUnknown'>;

function countsOf(cells: Cells, topBox: number): Judged {
  const cell = (company: number, customer: number) => cells[4 * company + customer] ?? 0;
  const good = (company: number) => cell(company, 0) + (topBox > 1 ? cell(company, 1) : 0);
  const bad = (company: number) => (topBox > 1 ? 0 : cell(company, 1)) + cell(company, 2);
  const [both, companyOnly, customerOnly, neither] = [good(1), bad(1), good(0), bad(0)];
  const companyYes = both + companyOnly + cell(1, 3);
  const customerYes = both + customerOnly + good(2);
  return {
    both, companyOnly, customerOnly, neither, companyYes, companyN: companyYes + customerOnly + neither + cell(0, 3),
    customerYes, customerN: customerYes + companyOnly + neither + bad(2),
  };
}

/** Sums per measure; written out, because it runs once for every customer of every segment. */
class DesignSums {
  readonly #company = new ClusterSums();
  readonly #customer = new ClusterSums();
  readonly #matchedCompany = new ClusterSums();
  readonly #matchedCustomer = new ClusterSums();
  readonly #difference = new ClusterSums();
  readonly #blindSpot = new ClusterSums();
  readonly #hiddenStrength = new ClusterSums();
  readonly #missRate = new ClusterSums();

  add({ both, companyOnly, customerOnly, neither, companyN, companyYes, customerN, customerYes }: Judged): void {
    this.#company.add(companyN, companyYes, companyYes);
    this.#customer.add(customerN, customerYes, customerYes);
    const n = both + companyOnly + customerOnly + neither;
    if (n === 0) return;
    this.#matchedCompany.add(n, both + companyOnly, both + companyOnly);
    this.#matchedCustomer.add(n, both + customerOnly, both + customerOnly);
    this.#difference.add(n, companyOnly - customerOnly, companyOnly + customerOnly);
    this.#blindSpot.add(n, companyOnly, companyOnly);
    this.#hiddenStrength.add(n, customerOnly, customerOnly);
    this.#missRate.add(companyOnly + neither, companyOnly, companyOnly);
  }

  addAlone({ both, companyOnly, customerOnly, neither, companyN, companyYes, customerN, customerYes }: Judged): void {
    this.#company.addAlone(companyN, companyYes, companyYes);
    this.#customer.addAlone(customerN, customerYes, customerYes);
    const n = both + companyOnly + customerOnly + neither;
    this.#matchedCompany.addAlone(n, both + companyOnly, both + companyOnly);
    this.#matchedCustomer.addAlone(n, both + customerOnly, both + customerOnly);
    this.#difference.addAlone(n, companyOnly - customerOnly, companyOnly + customerOnly);
    this.#blindSpot.addAlone(n, companyOnly, companyOnly);
    this.#hiddenStrength.addAlone(n, customerOnly, customerOnly);
    this.#missRate.addAlone(companyOnly + neither, companyOnly, companyOnly);
  }

  get design(): GapDesign {
    return {
      matchedCompany: this.#matchedCompany.designEffect, matchedCustomer: this.#matchedCustomer.designEffect, difference: this.#difference.designEffect,
      blindSpot: this.#blindSpot.designEffect, hiddenStrength: this.#hiddenStrength.designEffect, missRate: this.#missRate.designEffect,
      company: this.#company.designEffect, customer: this.#customer.designEffect,
    };
  }
}
