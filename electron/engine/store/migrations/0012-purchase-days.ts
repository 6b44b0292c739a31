/**
 * The last purchase says up to when anything is known of customers; every question about them begins with it. What was
 * judged of contacts lies in the order of customers and days, so that each one's first is found without reading them all.
 */
export const purchaseDaysSchema = `
CREATE INDEX purchase_date ON purchase(date);
CREATE INDEX interaction_judged ON interaction(customer_id, started_at, customer_score, company_passed, reason, channel)
  WHERE customer_score IS NOT NULL OR company_passed IS NOT NULL;
`;
