import { fixed } from "#report";

/** A share of draws or of what is open, in whole per cent: the draws tell no more. */
export function shareWords(share: number): string {
  return `${fixed(share * 100, 0)} %`;
}
