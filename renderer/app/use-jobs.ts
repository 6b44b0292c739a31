import type { Job } from '#shared/model/job.ts';
import { useQuery } from '@tanstack/react-query';
import { orpc } from './connection.ts';

const whileRunningMs = 700;
const otherwiseMs = 4_000;

/** Long work, newest first. Progress is no change of the project, so it is asked for at intervals. */
export function useJobs(): readonly Job[] {
  const { data = [] } = useQuery({
    ...orpc.jobs.list.queryOptions(),
    refetchInterval: (query) => (query.state.data?.some((job) => job.endedAt === null) === true ? whileRunningMs : otherwiseMs),
  });
  return data;
}
