import type { ReportContext } from "../sections/report-context.ts";
import { points, signedPoints } from "../words/format-number.ts";
import { presentedPackage } from "../words/presented-package.ts";
import { type Marks, renderText } from "./render-text.ts";

/** The presented package at a glance: each party's verdict and surplus. */
export function partyStrip({ scenario, analysis, names }: ReportContext, marks: Marks): string {
  const presented = presentedPackage(scenario, analysis);
  if (!presented) return "";
  const { report } = presented;
  const items = analysis.parties
    .filter((party) => report.utilities[party.id] !== undefined)
    .map((party) => {
      const refuses = report.refusedBy.some((refusal) => refusal.party === party.id);
      const surplus = report.surplus[party.id];
      const value = report.utilities[party.id] ?? 0;
      const verdict = renderText(
        [
          refuses
            ? { kind: "verdict", is: "no", text: "refuses" }
            : report.complete
              ? { kind: "verdict", is: "yes", text: "accepts" }
              : { kind: "verdict", is: "open", text: "open" },
        ],
        marks,
      );
      return `<li>${renderText(names.party(party.id), marks, "heading-cell")}${
        surplus === undefined ? "" : `<span class="surplus">${signedPoints(surplus, party.scale)}</span>`
      }<span class="of">${points(value, party.scale)} of the ${party.reservation ? points(party.reservation.mid, party.scale) : "points"} it needs</span><span>${verdict}</span></li>`;
    });
  return items.length === 0
    ? ""
    : `<ul class="strip" aria-label="The presented package: each party’s surplus over its reservation value, in points, and its verdict">${items.join("")}</ul>`;
}
