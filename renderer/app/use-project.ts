import type { ProjectInfo } from '#shared/model/project.ts';
import { useQuery } from '@tanstack/react-query';
import { orpc } from './connection.ts';

/** The open project with its counts; null while none is open, undefined until the engine has answered. */
export function useProject(): ProjectInfo | null | undefined {
  return useQuery(orpc.project.info.queryOptions()).data;
}
