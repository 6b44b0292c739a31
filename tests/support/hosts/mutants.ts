/** Mulberry32 (T. Ettinger, 2017, public domain): the same numbers in 0..1 for the same seed, so that a red test can be run again. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list. */
export function pick<T>(list: readonly T[], random: () => number): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
  return chosen;
}

const steps = [
  '..', '.', '%2e%2e', '%2E%2e', '..%2f', '%2f', '%5c', '\\', '..\\', '%00', '%c0%ae%c0%ae', '..;', 'assets', 'renderer', 'secret.txt', 'Assets', 'ASSETS',
  'page.js', 'PAGE.JS', 'page.js.', 'page.js%20', 'page.js::$DATA', 'renderer-sibling', 'C:', 'c%3a', '//', '///', '\\\\server\\share', '%252e%252e', 'etc', 'passwd',
  'a'.repeat(1500), 'con', 'aux.js', '~', '%', '%zz', 'é', '\u202e', '?', '#', '..%c1%9c', '.git', 'package.json', 'index.html', 'manifest.json',
];

/**
 * Addresses that try to reach a file that is not on the page's list: dot segments plain and encoded, backslashes, NUL,
 * drives, network shares, wrong case, siblings, very long ones. The same thousand for the same seed.
 */
export function hostilePaths(count: number, seed = 7): string[] {
  const random = mulberry32(seed);
  const known = [
    '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/assets/%2e%2e/secret.txt', '//secret.txt', '/\\secret.txt',
    '/..\\secret.txt', '/secret.txt', '/renderer/secret.txt', '/assets/secret.txt', '/../renderer-sibling/secret.txt', '/assets/page.js/../secret.txt',
    '/assets/page.js%00.html', '/./secret.txt', '/assets//secret.txt', '/renderer', '/file:///etc/passwd', '/etc/passwd', '/..', '/../', '/.', '/..;/secret.txt',
    '/C:/Windows/win.ini', '/\\\\127.0.0.1\\c$\\secret.txt', '/%', '/secret.txt?', '/assets/PAGE.JS', '/Assets/page.js',
  ];
  const made = new Set(known);
  while (made.size < count) {
    const length = 1 + Math.floor(random() * 6);
    made.add(`/${Array.from({ length }, () => pick(steps, random)).join(random() < 0.8 ? '/' : '')}`);
  }
  return [...made].slice(0, count);
}
