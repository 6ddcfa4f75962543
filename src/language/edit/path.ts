/** The way to a part of a file: keys of maps and indexes of lists. */
export type Path = readonly (string | number)[];

export function stepName(step: string | number): string {
  return String(step);
}
