import { EarshotError } from '#shared/errors.ts';
import type { Engine, EngineOptions } from './index.ts';
import { createRouter } from './procedures/index.ts';
import { Session } from './session.ts';
import { playableFile } from './privacy/playable-file.ts';

/** Starts an engine with nothing open. Two engines can live side by side; they share nothing. */
export function createEngine(options: EngineOptions): Engine {
  const session = new Session(options.isViewer === true ? { ...options, files: { ...options.files, openExport: refuseExport } } : options);
  return {
    router: createRouter(session),
    mediaFile: (mediaId) => {
      if (!session.current) return Promise.resolve(null);
      session.idle.seen();
      return playableFile(session, mediaId);
    },
    close: () => session.close(),
  };
}

function refuseExport(): Promise<never> {
  return Promise.reject(new EarshotError('REFUSED', 'A viewer cannot export. Ask for the file from someone who works on this project.'));
}
