/** Colour arithmetic for the token test: WCAG 2.2 contrast, Machado et al. 2009 simulation, OKLab distance (Ottosson 2020). */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** `#RRGGBB` as linear RGB, 0..1. */
export function linearOf(hex: string): Triple {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) throw new RangeError(`Not a six-digit colour: ${hex}`);
  const channel = (index: number): number => linear(Number.parseInt(match[index] ?? '', 16) / 255);
  return [channel(1), channel(2), channel(3)];
}

/** WCAG 2.2 contrast ratio, 1..21. */
export function contrast(a: string, b: string): number {
  const luminance = ([r, g, blue]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  const [x, y] = [luminance(linearOf(a)), luminance(linearOf(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const times = (m: Matrix, v: Triple): Triple => {
  const row = ([a, b, c]: Triple): number => a * v[0] + b * v[1] + c * v[2];
  return [row(m[0]), row(m[1]), row(m[2])];
};

/** Machado, Oliveira and Fernandes 2009, severity 1.0; on linear RGB. */
const eyes: readonly Matrix[] = [
  [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
];

function oklab(rgb: Triple): Triple {
  const [l, m, s] = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], rgb)
    .map(Math.cbrt) as [number, number, number];
  return times([[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]], [l, m, s]);
}

/** 100 x the OKLab distance of two colours for normal, protan, deutan and tritan eyes, in that order. */
export function distances(a: string, b: string): number[] {
  return eyes.map((eye) => {
    const seen = (hex: string): Triple => oklab(times(eye, linearOf(hex)).map((c) => Math.min(1, Math.max(0, c))) as [number, number, number]);
    const [p, q] = [seen(a), seen(b)];
    return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  });
}

/** The smallest distance over all eyes; below about 8 two marks are easily confused. */
export const worstDistance = (a: string, b: string): number => Math.min(...distances(a, b));
