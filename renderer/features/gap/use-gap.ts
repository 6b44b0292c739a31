import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/connection.ts';
import { narrowed, type GapQuestion } from './gap-question.ts';

/** Everything that the screen shows. It comes together, not one by one; while another question is on its way the old answers stay. */
export function useGap({ definition, by, topBox, filter }: GapQuestion) {
  const those = narrowed({ topBox, filter });
  const kept = { placeholderData: keepPreviousData };
  const report = useQuery({ ...orpc.gap.report.queryOptions({ input: { definition, by, topBox, filter } }), ...kept });
  const belief = useQuery({ ...orpc.gap.report.queryOptions({ input: { definition: 'belief', by: 'team', topBox, filter } }), ...kept });
  const nonResponse = useQuery({ ...orpc.gap.nonResponse.queryOptions({ input: { filter: those } }), ...kept });
  const overTime = useQuery({ ...orpc.gap.overTime.queryOptions({ input: { filter: those } }), ...kept });
  const queries = [report, belief, nonResponse, overTime];
  return {
    answers: report.data && belief.data && nonResponse.data && overTime.data
      ? { report: report.data, belief: belief.data, nonResponse: nonResponse.data, overTime: overTime.data } : null,
    error: queries.find((query) => query.error !== null)?.error ?? null,
    isStale: queries.some((query) => query.isPlaceholderData),
    retry: () => queries.forEach((query) => void query.refetch()),
  };
}
export type GapAnswers = NonNullable<ReturnType<typeof useGap>['answers']>;
