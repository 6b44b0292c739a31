import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import type { EvaluationKind } from '#shared/model/evaluation.ts';

/** Opens and closes the scorecard, alone or as part of a layout. What was filled in stays; closing only puts it away. */
export function useScorecardSwitch(): void {
  const params = useScreenParams('listen');
  const turn = (kind: EvaluationKind) => (): void => {
    const { evaluate, auditQueueId, ...kept } = params;
    const isForQueue = kind === 'quality' && auditQueueId !== undefined;
    useNavigation.getState().replace('listen', evaluate === kind ? kept : { ...kept, evaluate: kind, ...(isForQueue ? { auditQueueId } : {}) });
  };
  const show = (isScored: boolean): void => {
    useListenSettings.getState().change({ isReading: false, ...(isScored ? {} : { isSideShown: true }) });
    if (isScored !== (params.evaluate !== undefined)) turn(params.evaluate ?? 'quality')();
  };
  useCommandHandlers({
    'score.start': turn('quality'), 'score.self': turn('self'),
    'listen.layoutListen': () => show(false), 'listen.layoutEvaluate': () => show(true),
  });
}
