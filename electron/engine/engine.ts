import type { Engine, EngineOptions } from './index.ts';
import { createRouter } from './procedures/index.ts';
import { Session } from './session.ts';
import { findMedia } from './store/queries/media.ts';

/** Starts an engine with nothing open. Two engines can live side by side; they share nothing. */
export function createEngine(options: EngineOptions): Engine {
  const session = new Session(options);
  return {
    router: createRouter(session),
    mediaFile: (mediaId) => {
      const found = session.current ? findMedia(session.db, mediaId) : undefined;
      return Promise.resolve(found ? { reference: found.reference, format: found.format, size: found.size } : null);
    },
    close: () => session.close(),
  };
}
