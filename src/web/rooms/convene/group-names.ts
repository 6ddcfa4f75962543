/** A class, not a load test: each group is a negotiation of its own. */
export const longestSet = 40;

/** The names of groups as they are written, one on each line; `twice`: one that stands there twice. */
export function groupNames(text: string): { readonly names: readonly string[]; readonly twice?: string } {
  const names = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return { names, ...(twice === undefined ? {} : { twice }) };
}
