/**
 * What a new scenario begins as: small enough to be read whole, without mistakes, and with an answer, so that every
 * change in the editor shows what it does.
 */
export function newScenarioFiles(title: string, today: string): Readonly<Record<string, string>> {
  return {
    "scenario.yaml": `schema: entente.scenario/1
id: new-scenario
title: ${JSON.stringify(title)}
summary: What the conflict is about, in two sentences.
as_of: ${today}
status: draft

parties:
  A: { name: Party A, role: party }
  B: { name: Party B, role: party }

issues:
  first:
    name: First issue
    options: { low: The less of it, middle: A middle way, high: The more of it }
  second:
    name: Second issue
    options: { "no": Nothing, "yes": All of it }

packages:
  opening:
    name: An opening package
    authors: A
    addressees: B
    set: { first: high, second: "no" }
`,
    "sheets/A.yaml": sheet("A", "{ low: 0, middle: 70, high: 100 }", '{ "no": 0, "yes": 100 }'),
    "sheets/B.yaml": sheet("B", "{ low: 100, middle: 60, high: 0 }", '{ "no": 30, "yes": 100 }'),
  };
}

function sheet(party: string, first: string, second: string): string {
  return `schema: entente.sheet/1
party: ${party}
kind: estimate
author: your name
evidence: { confidence: low, why: a first guess }

reservation: { low: 35, mid: 40, high: 50 }

issues:
  first: { weight: 60, values: ${first} }
  second: { weight: 40, values: ${second} }
`;
}
