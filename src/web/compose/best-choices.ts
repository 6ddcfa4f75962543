import type { Completion } from "#compute/browser";

export const criteria = ["nashBargaining", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const;

/** What the value of the select stands for: a criterion, "party:UA" or "whatever:UA". */
export function bestOf(value: string): Completion {
  const criterion = criteria.find((one) => one === value);
  if (criterion) return { by: criterion };
  const at = value.indexOf(":");
  const party = value.slice(at + 1);
  return value.slice(0, at) === "whatever" ? { by: "party", party, whatever: true } : { by: "party", party };
}
