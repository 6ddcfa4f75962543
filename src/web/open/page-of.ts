/** The pages of a scenario beside the deal, as their addresses and the catalogue name them. */
export const pages = ["durability", "map", "evidence", "timeline", "prepare", "edit", "out"] as const;

export type ScenarioPage = "deal" | (typeof pages)[number];

/** Which page of a scenario the address shows. */
export function pageOf(pathname: string): ScenarioPage {
  const [, , , last] = pathname.split("/");
  return pages.find((page) => page === last) ?? "deal";
}
