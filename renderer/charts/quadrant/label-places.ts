export type LabelPlace = 'top' | 'bottom' | 'right' | 'left';
type Point = { x: number; y: number; label: string };
type Rect = { left: number; right: number; top: number; bottom: number };

const places: readonly LabelPlace[] = ['top', 'bottom', 'right', 'left'];
const [perCharacter, lineHeight, away] = [8, 16, 10];

function rectAt({ x, y, label }: Point, place: LabelPlace): Rect {
  const width = label.length * perCharacter;
  const [cx, cy] = {
    top: [x, y - away - lineHeight / 2], bottom: [x, y + away + lineHeight / 2], right: [x + away + width / 2, y], left: [x - away - width / 2, y],
  }[place] as [number, number];
  return { left: cx - width / 2, right: cx + width / 2, top: cy - lineHeight / 2, bottom: cy + lineHeight / 2 };
}

const overlap = (a: Rect, b: Rect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where each label goes so that none covers another or a mark: the first free side, top first. Pixels, y downwards. */
export function labelPlaces(points: readonly Point[]): LabelPlace[] {
  const marks = points.map(({ x, y }): Rect => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }));
  const taken: Rect[] = [];
  return points.map((point, at) => {
    const isFree = (place: LabelPlace): boolean => {
      const rect = rectAt(point, place);
      return !taken.some((other) => overlap(rect, other)) && !marks.some((mark, other) => other !== at && overlap(rect, mark));
    };
    const place = places.find(isFree) ?? 'top';
    taken.push(rectAt(point, place));
    return place;
  });
}
