import type { Scenario } from "#model";
import { type Names, plainText, possessive, type Text } from "#report";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import type { Say } from "./say.ts";

/** What the evidence is of, in a few words. */
export function evidenceTitle(ref: EvidenceRef, { agenda }: Scenario, names: Names, say: Say): Text {
  switch (ref.kind) {
    case "sheet":
      return say("evidence.title.sheet", { party: plainText(names.party(ref.party)) });
    case "reservation":
    case "line":
    case "floor":
      return names.constraint(ref);
    case "weight":
      return [...possessive(names.party(ref.party)), say("evidence.title.weight"), names.issue(ref.issue)];
    case "value":
      return [
        ...possessive(names.party(ref.party)),
        say("evidence.title.value"),
        ...names.choice(ref.issue, ref.option),
      ];
    case "linkage":
      return names.linkage(ref.party, ref.linkage);
    case "rule":
      return [say("evidence.title.rule"), { kind: "id", text: ref.rule }];
    case "option":
      return names.choice(ref.issue, ref.option);
    case "term":
      return ["“", { kind: "name", text: agenda.terms.find(({ id }) => id === ref.term)?.wording ?? ref.term }, "”"];
    case "candidates": {
      const list = agenda.candidates.find(({ id }) => id === ref.list);
      const candidate = list?.candidates.find(({ id }) => id === ref.candidate);
      return { kind: "name", text: candidate?.name ?? list?.name ?? ref.list };
    }
    case "package":
      return names.package(ref.package);
    case "source":
      return { kind: "name", text: agenda.sources.find(({ id }) => id === ref.source)?.title ?? ref.source };
    case "claim":
      return [say("evidence.title.claim"), { kind: "id", text: ref.claim }]; // two claims may share a row
    case "event":
      return { kind: "name", text: agenda.events.find(({ id }) => id === ref.event)?.what ?? ref.event };
    case "utility":
      return say("evidence.title.utility", { party: plainText(names.party(ref.party)) });
    case "answer":
      return say(`evidence.title.${ref.part}`);
  }
}
