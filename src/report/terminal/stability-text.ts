import type { StabilityReport } from "#durability";
import { stabilityDocument } from "../sections/stability/stability-document.ts";
import { layoutWithoutScenario, type TerminalOptions } from "./layout-document.ts";

/** What `entente stability` prints. */
export function stabilityText(report: StabilityReport, options: TerminalOptions): string {
  return layoutWithoutScenario(stabilityDocument(report), options);
}
