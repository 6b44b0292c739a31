import type { ReasonId } from '../world/reasons.ts';
import type { ReasonText } from './reason-text.ts';
import { billingTexts } from './reasons-billing.ts';
import { complaintTexts } from './reasons-complaints.ts';
import { feeTexts } from './reasons-fee.ts';
import { movingTexts } from './reasons-moving.ts';
import { outageTexts } from './reasons-outages.ts';
import { tariffTexts } from './reasons-tariffs.ts';

/** The words for every reason. */
export const reasonTexts: Readonly<Record<ReasonId, ReasonText>> = { ...billingTexts, ...feeTexts, ...movingTexts, ...outageTexts, ...tariffTexts, ...complaintTexts };
