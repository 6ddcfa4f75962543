import type { DecidedClaim } from "#claims";
import type { Scenario } from "#model";
import type { Text } from "../document/document.ts";
import { claimsSection, verdictText } from "../sections/claims.ts";
import { namesOf } from "../words/names.ts";
import { inkFor } from "./ink.ts";
import { wrapText } from "./ink-text.ts";
import type { TerminalOptions } from "./layout-document.ts";

/** What `entente claims` prints: each claim, its verdict, and why; with one claim, also what decides it. */
export function claimsText(scenario: Scenario, claims: readonly DecidedClaim[], options: TerminalOptions): string {
  const names = namesOf(scenario);
  const ink = inkFor(options.colour);
  const width = Math.max(40, Math.min(options.width, 140));
  const section = claimsSection({ scenario, names }, claims);
  if (!section) return "No claim to decide.\n";
  const lines = (text: Text, indent: number) =>
    wrapText(text, width - indent, ink).map((line) => " ".repeat(indent) + line.printed);
  const tag = Math.max(...claims.map((claim) => (claim.row ?? claim.id).length)) + 2;
  return [
    ...lines(section.answer, 0),
    ...claims.flatMap((claim) => {
      const label = (claim.row ?? claim.id).padEnd(tag);
      const [first = "", ...rest] = lines(
        [{ kind: "name", text: claim.statement }, " (", names.source(claim.source), ")"],
        tag,
      );
      return [
        "",
        ink.strong(label) + first.slice(tag),
        ...rest,
        ...lines(verdictText(claim), tag),
        ...lines([{ kind: "faint", of: { kind: "name", text: claim.why } }], tag),
        ...(claim.asWeight && claim.asWeight.verdict !== claim.verdict
          ? lines([{ kind: "faint", of: ["As weights: ", { kind: "name", text: claim.asWeight.why }] }], tag)
          : []),
        ...(claims.length === 1
          ? claim.judgements.flatMap((judgement) =>
              lines(
                [
                  "- ",
                  ...(judgement.party === undefined ? [] : [names.party(judgement.party), ", "]),
                  `${judgement.kind} `,
                  { kind: "id", text: judgement.id },
                  ": ",
                  { kind: "name", text: judgement.says },
                  judgement.confidence ? ` (${judgement.confidence} confidence)` : "",
                  judgement.citesClaimSource ? " [the claim’s own source]" : "",
                ],
                tag,
              ),
            )
          : []),
      ];
    }),
    "",
  ].join("\n");
}
