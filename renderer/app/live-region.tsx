import { useAnnouncements } from '#renderer/stores/announcements.ts';

/** The one polite live region of the window. The same words twice are two nodes, so they are spoken twice. */
export function LiveRegion() {
  const { message, count } = useAnnouncements();
  return <div className="visually-hidden" aria-live="polite"><span key={count}>{message}</span></div>;
}
