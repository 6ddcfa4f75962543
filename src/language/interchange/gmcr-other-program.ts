import type { JsonObject } from "./gmcr-node.ts";

/** The GMCR Chrome app writes `reversible` and `image` where gmcr-py writes `permittedDirection`, and no preferences. */
export function isChromeApp(root: JsonObject): boolean {
  const options = root.entries.get("options");
  if (options?.kind !== "array") return false;
  return options.items.some(
    (item) => item.kind === "object" && item.entries.has("reversible") && !item.entries.has("permittedDirection"),
  );
}
