import type { Session } from '#engine/session.ts';
import { desk } from './desk.ts';

export function jobProcedures(session: Session) {
  return desk.jobs.router({
    list: desk.jobs.list.handler(() => session.jobs.list()),
    cancel: desk.jobs.cancel.handler(({ input }) => ({ cancelled: session.jobs.cancel(input.jobId) })),
    pause: desk.jobs.pause.handler(({ input }) => ({ paused: session.jobs.pause(input.jobId) })),
    resume: desk.jobs.resume.handler(({ input }) => ({ resumed: session.jobs.resume(input.jobId) })),
  });
}
