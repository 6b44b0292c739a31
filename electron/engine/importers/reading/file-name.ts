/** The last part of a source's name, without the folders that it was found in. */
export function fileName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
