import type { WhatIf } from "../../deal/what-if.ts";

/** Whether the reader assumes anything otherwise than the scenario says. */
export function assumesOtherwise(whatIf: WhatIf): boolean {
  return Object.values(whatIf).some(holdsSomething);
}

function holdsSomething(part: unknown): boolean {
  return typeof part === "object" && part !== null ? Object.values(part).some(holdsSomething) : part !== undefined;
}
