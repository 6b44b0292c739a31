/** Menus of the window, in their order. */
export const menuNames = ['file', 'edit', 'view', 'playback', 'tag', 'go', 'help'] as const;
export type MenuName = (typeof menuNames)[number];

/** A part of a screen that hears single keys while focus is inside it: an element with `data-scope="player"` and so on. */
export type Region = 'player' | 'transcript' | 'scorecard' | 'table';

/** Where the chords of a command act: in the whole window, or while that screen is shown. */
export type Scope = 'everywhere' | 'codebook' | 'interactions' | 'listen' | 'gap' | 'briefing' | 'coaching' | 'calibration' | 'import' | 'customers' | 'signals';

export type Host = 'desktop' | 'web';

/**
 * Something that a person can do by key, menu, palette or button. A plain description: what it does is registered by
 * the screen that can do it (`useCommandHandlers`), and while nobody has, the command is shown as unavailable.
 *
 * Keys are written `Mod+Shift+J`: `Mod` is Ctrl, on macOS Command. Letters and digits are matched by the character typed,
 * and by place on keyboards that do not type Latin letters; with `Alt` always by place.
 */
export type Command = {
  readonly id: string;
  /** `namespace:key` in the locale files. */
  readonly labelKey: string;
  readonly labelValues?: Readonly<Record<string, string | number>>;
  readonly menu: MenuName;
  /** Items of one group stand together between separators. */
  readonly group?: number;
  readonly scope: Scope;
  /** Chords, function keys included, that act anywhere in `scope`, while typing too. A browser tab keeps some for itself: hence two lists. */
  readonly keys: Readonly<Record<Host, readonly string[]>>;
  /** Single keys, heard only while focus is inside one of `regions`, and not at all when the person turned them off. */
  readonly single?: { readonly keys: readonly string[]; readonly regions: readonly Region[] };
  /** Leaves the key to text fields, which have their own meaning for it (undo, Alt+arrow). */
  readonly notWhileTyping?: boolean;
  /** Acts again while the key is held down (seeking). */
  readonly repeats?: boolean;
};

/** The same chords in both hosts. */
export const bothHosts = (...keys: string[]): Command['keys'] => ({ desktop: keys, web: keys });
