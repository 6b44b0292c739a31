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

/** Counts of interactions by how they were judged: place 4 x company + customer, as `scan.ts` numbers them. */
type Cells = number[];

const noCells = (): Cells => Array.from({ length: 12 }, () => 0);
const notJudged = 11;

/** Interactions added up by judgement, and per customer, for one part of the project. */
export class GapGroup {
  readonly segment: string | null;
  readonly #cells = noCells();
  readonly #alone = noCells();
  readonly #clusters = new Map<string, Cells>();
  #targeted = 0;
  #purposeUnknown = 0;

  constructor(segment: string | null) {
    this.segment = segment;
  }

  /** One interaction: its judgement as a number, and its customer. */
  add(code: number, cluster: string | null): void {
    const place = code & 15;
    this.#cells[place] = (this.#cells[place] ?? 0) + 1;
    if ((code & 16) > 0) this.#targeted += 1;
    if (code >= 32) this.#purposeUnknown += 1;
    if (place === notJudged) return;
    const own = cluster === null ? this.#alone : this.#clusterOf(cluster);
    own[place] = (own[place] ?? 0) + 1;
  }

  #clusterOf(cluster: string): Cells {
    const known = this.#clusters.get(cluster);
    if (known !== undefined) return known;
    const fresh = noCells();
    this.#clusters.set(cluster, fresh);
    return fresh;
  }

  /** The counts when `topBox` boxes count as the customer's good. */
  counts(topBox: number): GapCounts {
    return {
      ...countsOf(this.#cells, topBox), total: this.#cells.reduce((sum, n) => sum + n, 0), targeted: this.#targeted, purposeUnknown: this.#purposeUnknown,
    };
  }

  /** How much the repetition of customers widens each interval; interactions without a customer are taken as independent. */
  design(topBox: number): GapDesign {
    const sums = new DesignSums();
    for (const cells of this.#clusters.values()) sums.add(countsOf(cells, topBox));
    sums.addAlone(countsOf(this.#alone, topBox));
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

class DesignSums {
  readonly #of = {
    matchedCompany: new ClusterSums(), matchedCustomer: new ClusterSums(), difference: new ClusterSums(), blindSpot: new ClusterSums(),
    hiddenStrength: new ClusterSums(), missRate: new ClusterSums(), company: new ClusterSums(), customer: new ClusterSums(),
  };

  add(counts: Judged): void {
    this.#each(counts, (sums, [size, total, squares]) => sums.add(size, total, squares));
  }

  addAlone(counts: Judged): void {
    this.#each(counts, (sums, [size, total, squares]) => sums.addAlone(size, total, squares));
  }

  #each({ both, companyOnly, customerOnly, neither, companyN, companyYes, customerN, customerYes }: Judged, add: (sums: ClusterSums, values: readonly [size: number, total: number, squares: number]) => void): void {
    const n = both + companyOnly + customerOnly + neither;
    const share = (size: number, yes: number) => [size, yes, yes] as const;
    add(this.#of.company, share(companyN, companyYes));
    add(this.#of.customer, share(customerN, customerYes));
    add(this.#of.matchedCompany, share(n, both + companyOnly));
    add(this.#of.matchedCustomer, share(n, both + customerOnly));
    add(this.#of.difference, [n, companyOnly - customerOnly, companyOnly + customerOnly]);
    add(this.#of.blindSpot, share(n, companyOnly));
    add(this.#of.hiddenStrength, share(n, customerOnly));
    add(this.#of.missRate, share(companyOnly + neither, companyOnly));
  }

  get design(): GapDesign {
    const of = this.#of;
    return {
      matchedCompany: of.matchedCompany.designEffect, matchedCustomer: of.matchedCustomer.designEffect, difference: of.difference.designEffect,
      blindSpot: of.blindSpot.designEffect, hiddenStrength: of.hiddenStrength.designEffect, missRate: of.missRate.designEffect,
      company: of.company.designEffect, customer: of.customer.designEffect,
    };
  }
}
