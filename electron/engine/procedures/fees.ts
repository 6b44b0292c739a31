import { removeFee, saveFee } from '#shared/commands/fees.ts';
import { EarshotError } from '#shared/errors.ts';
import { feeInputs } from '#engine/causes/fee-inputs.ts';
import { runFee, usualFeeSeed } from '#engine/causes/fee-run.ts';
import type { Session } from '#engine/session.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { chargeFields, findFee, listFees } from '#engine/store/queries/fees.ts';
import { mustFindCode } from './codebook.ts';
import { desk } from './desk.ts';

const stale = ['causes', 'project'];

/** The part of `causes` that is about fees. */
export function feeProcedures(session: Session) {
  return {
    feeFields: desk.causes.feeFields.handler(() => chargeFields(session.db)),
    feeInputs: desk.causes.feeInputs.handler(({ input }) => feeInputs(session.db, readDefinitions(session.db).definitions, { ...input, code: mustFindCode(session, input.code).id })),
    feeRun: desk.causes.feeRun.handler(({ input, signal }) => runFee(input.beliefs, input.seed ?? usualFeeSeed, signal)),
    fees: desk.causes.fees.handler(() => listFees(session.db)),
    saveFee: desk.causes.saveFee.handler(async ({ input: { seen, ...input } }) => {
      const basis = input.basis && { ...input.basis, code: mustFindCode(session, input.basis.code).id };
      const scenario = { ...input, basis, id: session.options.newId(), seed: input.seed ?? usualFeeSeed, savedAt: session.now(), savedBy: session.options.actor };
      await session.edit({ definition: saveFee, payload: scenario, seen }, stale);
      return scenario;
    }),
    removeFee: desk.causes.removeFee.handler(async ({ input: { seen, ...input } }) => {
      if (!findFee(session.db, input)) throw new EarshotError('NOT_FOUND', 'The scenario is not there any more.');
      await session.edit({ definition: removeFee, payload: input, seen }, stale);
      return { removed: true };
    }),
  };
}
