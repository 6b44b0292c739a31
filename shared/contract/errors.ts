import { oc } from '@orpc/contract';
import { ErrorDetail, errorCodes } from '../errors.ts';

type ErrorMap = { [C in (typeof errorCodes)[number]]: { data: typeof ErrorDetail } };

/** Every procedure may answer with one of these codes and a sentence, and with nothing else. */
export const procedure = oc.errors(Object.fromEntries(errorCodes.map((code) => [code, { data: ErrorDetail }])) as ErrorMap);
