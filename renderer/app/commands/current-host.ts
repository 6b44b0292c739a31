import type { Host } from './command.ts';

/** Which host shows this page: the desktop window lends a shell through its preload script, a browser tab has none. */
export function currentHost(): Host {
  return typeof window !== 'undefined' && 'earshot' in window ? 'desktop' : 'web';
}
