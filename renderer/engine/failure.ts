import { ORPCError } from '@orpc/client';
import { errorCodes } from '#shared/errors.ts';
import type { ErrorCode, ErrorDetail } from '#shared/errors.ts';
import { EngineLostError } from './link.ts';

/** Why a call failed, in terms that the page has a sentence for. `message` is the engine's own sentence, where it sent one; `now` is what another window put there. */
export type Failure = { readonly code: ErrorCode | 'ENGINE_LOST' | 'SESSION_REFUSED' | 'BAD_INPUT' | 'UNEXPECTED'; readonly message: string | null; readonly now?: NonNullable<ErrorDetail['now']> };

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}

/** Turns whatever a call rejected with into a failure; the one place that looks at oRPC's errors. */
export function failureOf(error: unknown): Failure {
  if (error instanceof EngineLostError) return { code: 'ENGINE_LOST', message: null };
  if (!(error instanceof ORPCError)) return { code: 'UNEXPECTED', message: null };
  if (error.code === 'BAD_REQUEST') return { code: 'BAD_INPUT', message: null };
  // A procedure that is not in the contract also answers NOT_FOUND, but not as one of the contract's own errors.
  if (!error.defined || !isErrorCode(error.code)) return { code: 'UNEXPECTED', message: null };
  const { message, now } = error.data as ErrorDetail;
  return { code: error.code, message, ...(now === undefined ? {} : { now }) };
}
