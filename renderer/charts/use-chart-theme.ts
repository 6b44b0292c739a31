import { useEffect, useMemo, useState } from 'react';
import { useAppearance } from '#renderer/stores/appearance.ts';
import { forcedTheme, printTheme, screenTheme, type ChartTheme, type ColourReader } from './chart-theme.ts';

/** A probe in the page turns tokens and system names into colours that ECharts can calculate with. */
function withReader<T>(make: (read: ColourReader, font: string) => T): T {
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  // While a transition runs, the computed colour is the one before it, however short it is.
  probe.style.setProperty('transition', 'none', 'important');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const theme = make((name) => {
    probe.style.color = name.startsWith('--') ? `var(${name})` : name;
    return style.color;
  }, style.fontFamily);
  probe.remove();
  return theme;
}

const onPaper = 'print';

function usePaper(): boolean {
  const [isPaper, setPaper] = useState(() => window.matchMedia(onPaper).matches);
  useEffect(() => {
    const query = window.matchMedia(onPaper);
    const follow = (): void => setPaper(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isPaper;
}

/** The colours that charts paint with now; another object whenever theme, forced colours or the medium change. */
export function useChartTheme(): ChartTheme {
  const theme = useAppearance((state) => state.theme);
  const isForced = useAppearance((state) => state.isForcedColours);
  const isPaper = usePaper();
  // The tokens hang on the document's theme attribute, which `theme` mirrors.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it changes what the reader finds, not what is passed
  return useMemo(() => withReader(isPaper ? printTheme : isForced ? forcedTheme : screenTheme), [theme, isForced, isPaper]);
}
