/**
 * Keys that no command may use in any host, with the reason. The registry test compares every binding with this list.
 * Written as the registry writes keys; a `*` stands for any one letter or digit.
 */
export const forbiddenKeys: Readonly<Record<string, string>> = {
  Tab: 'moves focus', 'Shift+Tab': 'moves focus', Escape: 'always means leave or close', F10: 'opens the menu bar on Windows',
  'Alt+Space': 'opens the window menu', 'Ctrl+Space': 'switches the input method', 'Mod+Space': 'switches the input method',
  'Ctrl+Alt+ArrowLeft': 'switches desktops', 'Ctrl+Alt+ArrowRight': 'switches desktops',
  'Ctrl+Alt+ArrowUp': 'switches desktops', 'Ctrl+Alt+ArrowDown': 'switches desktops',
  'Mod+Alt+ArrowLeft': 'switches desktops', 'Mod+Alt+ArrowRight': 'switches desktops',
  'Mod+Alt+ArrowUp': 'switches desktops', 'Mod+Alt+ArrowDown': 'switches desktops',
  'Ctrl+Alt+*': 'is AltGr on Windows and types a character', 'Mod+Alt+*': 'is AltGr on Windows and types a character',
  'Mod+Shift+3': 'takes a screenshot on macOS', 'Mod+Shift+4': 'takes a screenshot on macOS',
  'Mod+Shift+5': 'takes a screenshot on macOS', 'Mod+Shift+6': 'takes a screenshot on macOS',
  'Mod+Shift+Q': 'logs out on macOS', 'Mod+Shift+U': 'enters Unicode on Linux',
  Insert: 'is a screen reader key', CapsLock: 'is a screen reader key', 'Mod+Q': 'quits', 'Mod+W': 'closes the window', 'Mod+H': 'hides on macOS',
};

/** Keys that a browser keeps for itself, so the page never hears them in a tab. */
export const browserKeys: readonly string[] = [
  'Mod+N', 'Mod+T', 'Mod+W', 'Mod+Shift+N', 'Mod+Shift+T', 'Mod+Shift+W', 'Mod+Tab', 'Mod+Shift+Tab',
  'Mod+PageUp', 'Mod+PageDown', 'Mod+Shift+[', 'Mod+Shift+]',
];

/** Why a binding must not be used in a host, or null. */
export function whyForbidden(binding: string, host: 'desktop' | 'web'): string | null {
  const general = forbiddenKeys[binding] ?? forbiddenKeys[binding.replace(/\+[A-Z0-9]$/i, '+*')];
  if (general !== undefined) return general;
  return host === 'web' && browserKeys.includes(binding) ? 'never reaches a page in a browser tab' : null;
}
