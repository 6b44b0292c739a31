import type { ProjectInfo } from '#shared/model/project.ts';
import { createElement, type ComponentType, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';

/** A project with something of everything. */
export const aProject = (changed: Partial<ProjectInfo> = {}): ProjectInfo => ({
  id: 'p1', name: '2026', isSample: true, isReadOnly: true, isEncrypted: false, recovered: null, savedAt: '2026-11-21T14:02:00.000Z',
  undo: { name: 'tag.add', interactionId: null }, redo: null,
  counts: {
    interactions: 3214, withAudio: 2870, withTranscript: 3214, evaluated: 800, answered: 1102, matched: 400, surveys: 1150, surveysLinked: 1102,
    surveysAmbiguous: 8, customers: 900, agents: 15, tags: 61, quotes: 14, beliefs: 40, purchases: 0, rolesUnsure: 3,
  },
  firstAt: '2023-11-01T08:00:00.000Z', lastAt: '2026-10-31T17:00:00.000Z',
  lastImport: { id: 'i1', at: '2026-11-19T10:00:00.000Z', imported: 412, setAside: 9 },
  ...changed,
});

/**
 * The connection looks at its window when it is made. It is lent one for that moment; everything else is loaded and drawn
 * without, as on any server.
 */
export async function withBorrowedWindow<T>(load: () => Promise<T>): Promise<T> {
  const lent = { location: { hash: '', search: '', pathname: '/', host: '127.0.0.1' }, history: {} };
  const globals = globalThis as Record<string, unknown>;
  // Node 21 and later have a navigator of their own.
  const hadNavigator = 'navigator' in globals;
  globals['window'] = lent;
  globals['location'] = lent.location;
  if (!hadNavigator) globals['navigator'] = { userAgent: '', platform: '', languages: ['en'] };
  try {
    return await load();
  } finally {
    delete globals['window'];
    delete globals['location'];
    if (!hadNavigator) delete globals['navigator'];
  }
}

/** The words that a component shows, with those that only assistive technology hears. */
export function wordsOf(Providers: ComponentType<{ children: ReactNode }>, Component: ComponentType): string[] {
  const markup = renderToString(createElement(Providers, null, createElement(Component)));
  const heard = [...markup.matchAll(/(?:aria-label|placeholder|title|aria-valuetext)="([^"]*)"/g)].map(([, text = '']) => text);
  const shown = markup.replace(/<style[^>]*>.*?<\/style>/gs, '').replace(/<!--.*?-->/g, '').split(/<[^>]*>/);
  return [...heard, ...shown].map((text) => text.trim()).filter((text) => text !== '');
}
