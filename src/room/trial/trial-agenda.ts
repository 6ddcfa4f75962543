import type { Agenda, Issue } from "#model";

/** Small enough to hold in the head: two groups' issues, one of the process, two rules, three whose consent is needed. */
export const trialAgenda: Agenda = {
  id: "trial",
  title: "A ceasefire and who watches it",
  summary: "",
  asOf: "2026-11-23" as Agenda["asOf"], // a day written as `parseDay` would return it
  status: "",
  tie: "accepts",
  parties: ["UA", "RU", "US", "EU"].map((id) => ({ id, name: `Party ${id}`, roles: ["party"], members: [] })),
  consent: ["UA", "RU", "US"],
  stakeholders: [],
  clusters: [
    { id: "S", name: "Security" },
    { id: "T", name: "Territory" },
    { id: "P", name: "Process" },
  ],
  issues: [
    issue("force", "S", ["none", "light", "heavy"]),
    issue("backstop", "S", ["no", "yes"]),
    issue("line", "T", ["freeze", "back", "defer"]),
    issue("pace", "P", ["slow", "fast"]),
  ],
  rules: [
    {
      id: "no-heavy-force-on-a-moving-line",
      kind: "forbid",
      definitional: false,
      reason: "A heavy force cannot follow a line that moves.",
      sources: [],
      when: [
        { issue: "force", options: ["heavy"] },
        { issue: "line", options: ["back"] },
      ],
    },
    {
      id: "a-backstop-backs-a-force",
      kind: "require",
      definitional: true,
      reason: "A backstop supports a force.",
      sources: [],
      when: [{ issue: "backstop", options: ["yes"] }],
      // biome-ignore lint/suspicious/noThenProperty: a rule's own word, and no promise
      then: [{ issue: "force", options: ["light", "heavy"] }],
    },
  ],
  terms: [],
  candidates: [],
  formats: [],
  channels: [],
  events: [],
  facts: [],
  sources: [],
};

function issue(id: string, cluster: string, options: readonly string[]): Issue {
  return {
    id,
    name: `Issue ${id}`,
    cluster,
    options: options.map((option) => ({ id: option, name: `Option ${option}`, quantities: [] })),
  };
}
