import type { ProjectInfo } from '#shared/model/project.ts';
import { useQuery } from '@tanstack/react-query';
import { orpc } from './connection.ts';

/** The project that waits for its passphrase; null while none does. */
export function useLockedProject(): { id: string; name: string } | null {
  return useQuery(orpc.project.locked.queryOptions()).data ?? null;
}

/** The open project with its counts; null while none is open, undefined until the engine has answered. */
export function useProject(): ProjectInfo | null | undefined {
  return useQuery(orpc.project.info.queryOptions()).data;
}
