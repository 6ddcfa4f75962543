/** A number or verdict with how sure it is. Nothing is ever reported without one of these four. */
export type Answer<T> =
  | { readonly status: "exact"; readonly value: T }
  | { readonly status: "bounded"; readonly low: T; readonly high: T }
  /** 95 % interval; `n` draws from `seed`. */
  | {
      readonly status: "estimate";
      readonly value: T;
      readonly low: T;
      readonly high: T;
      readonly n: number;
      readonly seed: number;
    }
  | { readonly status: "unknown"; readonly reason: string };

export function exact<T>(value: T): Answer<T> {
  return { status: "exact", value };
}

export function unknown<T>(reason: string): Answer<T> {
  return { status: "unknown", reason };
}
