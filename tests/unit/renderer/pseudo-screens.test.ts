import { createElement, type ComponentType, type ReactNode } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { aProject, withBorrowedWindow, wordsOf } from './render-screen.ts';

type Page = Awaited<ReturnType<typeof load>>;
let page: Page;

async function load() {
  const connection = await withBorrowedWindow(() => import('#renderer/app/connection.ts'));
  return {
    ...connection,
    ...(await import('#renderer/app/providers.tsx')),
    ...(await import('#renderer/locales/i18n.ts')),
    ...(await import('#renderer/features/home/home-screen.tsx')),
    ...(await import('#renderer/features/import/import-screen.tsx')),
    ...(await import('#renderer/features/interactions/facet-panel.tsx')),
    ...(await import('#renderer/app/rail.tsx')),
    ...(await import('#renderer/app/status-bar.tsx')),
    ...(await import('#renderer/app/top-bar.tsx')),
    ...(await import('#renderer/app/set-aside-table.tsx')),
    ...(await import('#renderer/ui/error-state.tsx')),
  };
}

// The icon package has 1,700 modules, which Node loads one by one.
beforeAll(async () => {
  page = await load();
}, 60_000);

/** Words in Latin letters that never went through a locale file: everything outside the brackets of the pseudo-locale, apart from keys and data. */
const rawWords = (words: readonly string[]): string[] => words
  .map((text) => text.replaceAll(/⟦[^⟧]*⟧/g, ''))
  .filter((text) => /[A-Za-z]{2}/.test(text))
  .filter((text) => !/^(Ctrl|Shift|Alt|Enter|Esc|F\d+)(\+|$)/.test(text))
  // Dates and months come from Intl, which has no pseudo-locale.
  .filter((text) => !/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|[AP]M$/.test(text));

function shown(Component: ComponentType, project: ReturnType<typeof aProject> | null): string[] {
  const { queryClient, orpc, Providers, startTexts } = page;
  queryClient.setQueryData(orpc.project.info.queryKey(), project);
  queryClient.setQueryData(orpc.project.list.queryKey(), [{ id: 'p2', name: '2025', isOpen: false, isPresent: false }]);
  queryClient.setQueryData(orpc.jobs.list.queryKey(), [{
    jobId: 'j', label: 'import', phase: 'reading', done: 1, total: 4, item: null, rate: 3.1, leftMs: 94_000, isPaused: false, state: 'running', startedAt: '2026-11-21T14:00:00.000Z', endedAt: null, message: null,
  }]);
  const texts = startTexts('pseudo');
  const Around = ({ children }: { children: ReactNode }) => createElement(Providers, { texts, queryClient } as Parameters<typeof Providers>[0], children);
  return wordsOf(Around, Component);
}

describe('in the pseudo-locale nothing is left in English', () => {
  it.each([
    ['Home without a project', () => page.HomeScreen, null],
    ['Home with a project', () => page.HomeScreen, aProject()],
    ['Home with an empty project', () => page.HomeScreen, aProject({ firstAt: null, lastImport: null, counts: { ...aProject().counts, interactions: 0, surveys: 0 } })],
    ['Import, the files', () => page.ImportScreen, aProject()],
    ['the rail', () => () => createElement(page.Rail, { hasProject: false }), null],
    ['the top bar', () => () => createElement(page.TopBar, { project: aProject() }), aProject()],
    ['the status bar', () => () => createElement(page.StatusBar, { project: aProject() }), aProject()],
    ['the filters', () => () => createElement(page.FacetPanel, { filter: { evaluated: true, cell: 'both', channel: 'chat' }, onChange: () => undefined }), aProject()],
    ['set-aside rows', () => () => createElement(page.SetAsideTable, { total: 9, rows: [{ file: '1', row: 1, column: '2', code: 'X', found: '3', expected: null, message: '4' }] }), aProject()],
    ['a failure', () => () => createElement(page.ErrorState, { failure: { code: 'DISK_FULL', message: null }, onRetry: () => undefined }), aProject()],
  ] as [string, () => ComponentType, ReturnType<typeof aProject> | null][])('%s', (_name, component, project) => {
    const words = shown(component(), project);
    expect(words.filter((text) => text.includes('⟦')).length).toBeGreaterThan(0);
    expect(rawWords(words)).toEqual([]);
  });

  it('would notice an English word', () => {
    expect(rawWords(['⟦Ĥôɱé~~⟧', 'Ctrl+K', '12', 'Hello', '⟦á⟧ and ⟦ƀ⟧'])).toEqual(['Hello', ' and ']);
  });
});
