/** On which side of its mark a label stands. */
export type Side = 't' | 'b' | 'l' | 'r' | 'ctr' | 'outEnd';

/** One series of a chart; a null value is a gap. Colours are six hexadecimal digits. */
export type ChartSeries = {
  name: string; values: readonly (number | null)[]; colour: string; form: 'bar' | 'line' | 'marks';
  symbol?: 'square' | 'circle'; isDashed?: boolean;
  /** Takes its room and is not seen. */
  isClear?: boolean;
  /** A colour for each point, where they differ. */
  pointColours?: readonly string[];
  /** The value of each point in a format, or words of its own; null says nothing. */
  labels?: { format: string; sides: readonly Side[]; words?: readonly (string | null)[]; /** In points, where it is not the chart's. */ size?: number };
  /** Joined to another value by a thin bar: the name of the column that says how far up it is. */
  joinedBy?: string;
};

export type ChartAxis = { format: string; min?: number; max?: number; step?: number; title?: string; isHidden?: boolean; hasGrid?: boolean;
  /** Every so many names are written. */
  every?: number;
  /** Size of its names in points, where it is not the chart's. */
  size?: number; };

/** A chart that PowerPoint draws itself from the sheet that travels with it. */
export type NativeChart = {
  /** The first column of the sheet: words, or numbers where points lie by them. */
  head: string; rows: readonly string[] | readonly number[];
  series: readonly ChartSeries[];
  /** Columns that are in the sheet and not drawn by themselves: n, intervals. */
  columns: readonly { name: string; values: readonly (number | null)[] }[];
  x: ChartAxis; y: ChartAxis;
  isLying?: boolean; isStacked?: boolean; gap?: number; hasLegend: boolean;
  /** Size of its words in points. */
  size: number;
};

/** Every column of the sheet behind the first, in its order. */
export function sheetColumns({ series, columns }: NativeChart): readonly { name: string; values: readonly (number | null)[] }[] {
  return [...series, ...columns];
}

/** `C` for the third column, counted from 0. */
export function columnName(at: number): string {
  return at < 26 ? String.fromCodePoint(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`;
}

/** Whether rows are numbers: points by x and y. */
export function isScatter({ rows }: NativeChart): boolean {
  return typeof rows[0] === 'number';
}
