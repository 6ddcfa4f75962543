import type { Agenda, Issue } from "#model";

/** Two neighbours, two groups' issues. */
export const borderAgenda: Agenda = {
  id: "border",
  title: "A border and its guard",
  summary: "",
  asOf: "2026-11-23" as Agenda["asOf"], // a day written as `parseDay` would return it
  status: "",
  tie: "accepts",
  parties: ["A", "B"].map((id) => ({ id, name: `Party ${id}`, roles: ["party"], members: [] })),
  consent: ["A", "B"],
  stakeholders: [],
  clusters: [
    { id: "G", name: "Guard" },
    { id: "L", name: "Line" },
  ],
  issues: [issue("guard", "G", ["none", "joint", "foreign"]), issue("line", "L", ["old", "new"])],
  rules: [],
  terms: [],
  candidates: [],
  formats: [
    { id: "wg-guard", name: "Group on the guard", members: ["A", "B"], clusters: ["G"] },
    { id: "wg-line", name: "Group on the line", members: ["A", "B"], clusters: ["L"] },
    { id: "plenary", name: "Plenary", members: ["A", "B"], clusters: ["G", "L"] },
  ],
  channels: [],
  events: [],
  facts: [],
  sources: [],
};

function issue(id: string, cluster: string, options: readonly string[]): Issue {
  return { id, name: id, cluster, options: options.map((option) => ({ id: option, name: option, quantities: [] })) };
}
