import { useEffect, useRef, useState } from 'react';
import type { JobProgress } from '#shared/model/job.ts';

export type JobState<R> =
  | { phase: 'idle' }
  | { phase: 'running'; progress: JobProgress | null }
  | { phase: 'done'; result: R }
  | { phase: 'failed'; error: unknown };

type Stream<R> = { next(): Promise<IteratorResult<JobProgress, R>> };

/** One piece of long work at a time, with its progress; leaving the screen cancels it. */
export function useJob<R>() {
  const [state, setState] = useState<JobState<R>>({ phase: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const start = async (begin: (signal: AbortSignal) => Promise<Stream<R>>): Promise<R | null> => {
    const controller = new AbortController();
    abort.current = controller;
    setState({ phase: 'running', progress: null });
    try {
      const events = await begin(controller.signal);
      for (;;) {
        const step = await events.next();
        if (step.done === true) {
          setState({ phase: 'done', result: step.value });
          return step.value;
        }
        setState({ phase: 'running', progress: step.value });
      }
    } catch (error) {
      setState(controller.signal.aborted ? { phase: 'idle' } : { phase: 'failed', error });
      return null;
    }
  };
  return { state, start, cancel: () => abort.current?.abort() };
}
