/** A weight as it is written: 5, 0.35, 62.5. */
export function weightText(weight: number): string {
  return String(Number(weight.toFixed(3)));
}
