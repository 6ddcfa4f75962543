import { type Step, steps } from "./step-states.ts";

/** Which sheet is open, at which step and issue: behind the address's #, so that a reload and "back" know it. */
export type Place = { readonly sheet: string; readonly step: Step; readonly issue?: string };

export function placeFrom(hash: string): Place | undefined {
  const [step, sheet, ...issue] = decodeURIComponent(hash).split("/");
  const known = steps.find((one) => one === step);
  if (!known || !sheet) return undefined;
  return { sheet, step: known, ...(issue.length > 0 ? { issue: issue.join("/") } : {}) };
}

export function hashOf({ sheet, step, issue }: Place): string {
  return [step, sheet, ...(issue === undefined ? [] : [issue])].join("/");
}
