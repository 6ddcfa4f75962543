/** What a reference file must hold, and a message that names it where it does not. */
export function record(json: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null) throw new Error(`${what} is not an object.`);
  return json as Readonly<Record<string, unknown>>; // an object's values are unknown until they are read
}

export function list(json: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(json)) throw new Error(`${what} is not a list.`);
  return json;
}

export function number(json: unknown, what: string): number {
  if (typeof json !== "number") throw new Error(`${what} is not a number.`);
  return json;
}

export function text(json: unknown, what: string): string {
  if (typeof json !== "string") throw new Error(`${what} is not a text.`);
  return json;
}
