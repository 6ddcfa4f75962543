/** A moment as the host wrote it: "2026-11-23T13:00:00.000Z". Always UTC with milliseconds, so that order of text is order of time. */
export type Instant = string;

export function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
}
