/** Longest cell, in UTF-16 units. */
export const MAX_FIELD_LENGTH = 4 * 1024 * 1024;
/** Longest record (and longest physical line), in UTF-16 units. */
export const MAX_LINE_LENGTH = 16 * 1024 * 1024;
export const MAX_COLUMNS = 2_000;

/** Largest workbook file that is opened at all, in bytes. */
export const MAX_WORKBOOK_BYTES = 256 * 1024 * 1024;
/** Caps on what a workbook inflates to; declared sizes are only a first look. */
export const MAX_PART_BYTES = 256 * 1024 * 1024;
export const MAX_INFLATED_BYTES = 1024 * 1024 * 1024;
export const MAX_ENTRIES = 10_000;
export const MAX_RATIO = 200;
/** A part may be as dense as it likes up to this many bytes. */
export const RATIO_FREE_BYTES = 1024 * 1024;

/** Rows that a preview looks at. */
export const SAMPLE_ROWS = 2_000;
/** Distinct values that a profile keeps of a column. */
export const MAX_DISTINCT = 200;
/** Distinct questions of a long table. */
export const MAX_QUESTIONS = 500;
