/** Why a cell could not be read: `expected` and `advice` finish the sentence that a person gets. */
export type ValueFault = { code: ValueFaultCode; expected: string; advice: string };

export type ValueFaultCode =
  | 'REQUIRED_MISSING' | 'DATE_ORDER_AMBIGUOUS' | 'DATE_INVALID' | 'NUMBER_INVALID' | 'NUMBER_AMBIGUOUS' | 'DURATION_INVALID'
  | 'NOT_YES_NO' | 'NOT_A_CHOICE' | 'OFF_SCALE' | 'ANSWER_NOT_ON_SCALE' | 'NO_ANSWER_WORD' | 'MOMENT_INVALID' | 'MONTH_INVALID';

/** A value of a cell; `undefined` for an empty cell. Values are never objects, so an object is a fault. */
export type Reading = string | number | boolean | undefined | ValueFault;

export function isFault(reading: Reading): reading is ValueFault {
  return typeof reading === 'object';
}

export function fault(code: ValueFaultCode, expected: string, advice: string): ValueFault {
  return { code, expected, advice };
}
