import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import type { EvaluationKind } from '#shared/model/evaluation.ts';

/** Opens and closes the scorecard. What was filled in stays; closing only puts it away. */
export function useScorecardSwitch(): void {
  const params = useScreenParams('listen');
  const turn = (kind: EvaluationKind) => (): void => {
    const { evaluate, auditQueueId, ...kept } = params;
    const isForQueue = kind === 'quality' && auditQueueId !== undefined;
    useNavigation.getState().replace('listen', evaluate === kind ? kept : { ...kept, evaluate: kind, ...(isForQueue ? { auditQueueId } : {}) });
  };
  useCommandHandlers({ 'score.start': turn('quality'), 'score.self': turn('self') });
}
