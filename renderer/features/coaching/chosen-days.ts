import { useProject } from '#renderer/app/use-project.ts';
import { periodChoices } from '#renderer/charts/slice/period.ts';
import { useScreenParams } from '#renderer/stores/navigation.ts';

/** The days that the screen shows: those asked for, or the last twelve months that have data. */
export function useChosenDays(): { from: string | null; to: string | null } {
  const { from, to, isAll } = useScreenParams('coaching');
  const project = useProject();
  if (from !== undefined || to !== undefined || isAll === true) return { from: from ?? null, to: to ?? null };
  const lately = periodChoices(project?.firstAt ?? null, project?.lastAt ?? null).find(({ id }) => id === 'm12');
  return { from: lately?.days.from ?? null, to: null };
}
