/** A saved fee remembers the cause and the day that its inputs were taken from, so that its figure can be heard; null where they were typed. */
export const feeBasisSchema = `
ALTER TABLE fee_scenario ADD COLUMN basis TEXT;
`;
