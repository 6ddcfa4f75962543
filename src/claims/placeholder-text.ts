import type { ParameterReference } from "#durability";
import { listed } from "./wording.ts";

/** "placeholders that nobody judged: automatic penalty on an attack (sigma) and stake (w)", each once. */
export function placeholderText(restsOn: readonly ParameterReference[]): string {
  const names = [...new Set(restsOn.map(({ name, symbol }) => `${name} (${symbol})`))];
  return `${names.length === 1 ? "a placeholder" : "placeholders"} that nobody judged: ${listed(names)}`;
}
