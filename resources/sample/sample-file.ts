/** A text file of the sample project; `name` is its place inside the sample folder, with `/`. */
export type SampleFile = { name: string; text: string };
