import type { Step } from "../text/yaml-document.ts";

/** The map or list that holds the last step of the path. */
export function containerAt(root: object, path: readonly Step[]): Record<Step, unknown> | undefined {
  let value: unknown = root;
  for (const step of path.slice(0, -1)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<Step, unknown>)[step]; // any object may be asked for any key
  }
  return typeof value === "object" && value !== null ? (value as Record<Step, unknown>) : undefined; // as above
}
