/** A wide slide, inches, and the house style; company blue and customer orange mean the same as on every screen. */
export const page = { width: 13.333, height: 7.5, margin: 0.6 } as const;
export const colour = {
  text: '15191F', quiet: '444D5A', faint: '5B6573', line: 'C9CFD8', company: '0B66A8', customer: 'B84A00', accent: '0B5CAD', surface: 'F6F7F9', white: 'FFFFFF',
} as const;
export const font = { head: 'Segoe UI Semibold', body: 'Segoe UI' } as const;
export const masterName = 'EARSHOT';
