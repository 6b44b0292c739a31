import { EarshotError } from '#shared/errors.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { StatementContent } from '#shared/model/statement.ts';
import type { Database } from '#engine/store/database.ts';
import type { CostAsked } from './cost-report.ts';
import { chargedList, costBooks, costReport } from './cost-report.ts';
import { momentsToHear } from './moments.ts';

const moments = 3;

/**
 * What an owner is told of a period: each cause with every factor of its cost, and three moments to hear, from the
 * costliest causes first. @throws EarshotError REFUSED for an owner to whom nothing is charged
 */
export function statementContent(db: Database, definitions: Definitions, { owner, ...asked }: CostAsked & { owner: string }): { firstMonth: string; lastMonth: string; content: StatementContent } {
  const report = costReport(db, definitions, asked);
  const own = report.owners.find((entry) => entry.owner === owner);
  if (!own || report.firstMonth === null || report.lastMonth === null) throw new EarshotError('REFUSED', `Nothing is charged to "${owner}" in this period.`);
  const lines = report.lines.filter((line) => line.owner === owner);
  const books = costBooks(db, definitions, asked);
  const heard = lines.slice(0, moments).flatMap((line) => {
    const position = books.coding.causes.findIndex((cause) => cause.id === line.code);
    return momentsToHear(db, { codeId: line.code, ids: chargedList(books, new Set([position])).ids ?? [], words: [], most: moments });
  });
  const distinct = [...new Map(heard.map((moment) => [moment.interactionId, moment])).values()];
  const chosen = [...distinct.filter((moment) => moment.hasAudio), ...distinct.filter((moment) => !moment.hasAudio)].slice(0, moments);
  return {
    firstMonth: report.firstMonth, lastMonth: report.lastMonth,
    content: {
      currency: report.currency, method: report.method, mode: report.mode.mode, total: own.total, lo: own.cost.ci?.lo ?? own.total, hi: own.cost.ci?.hi ?? own.total, charged: own.charged,
      perMinute: report.perMinute.value, contacts: own.cost.n, codedShare: report.mode.codedShare.value, alpha: report.mode.agreement.alpha,
      lines: lines.map(({ key, name, contacts, repeats, minutes, serviceCost, repeatCost, credits, total }) => ({ key, name, contacts, repeats, minutes, serviceCost, repeatCost, credits, total })),
      moments: chosen,
    },
  };
}
