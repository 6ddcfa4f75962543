import type { Agenda, Rule } from "#model";
import { many, type Reader } from "../build/reader.ts";
import { minimalContradiction } from "./minimal-contradiction.ts";

/** Reports rules that leave no settlement at all, with the fewest that already do so together. */
export function checkRules(reader: Reader, raw: object, agenda: Agenda): void {
  const contradiction = minimalContradiction(agenda);
  const [first] = contradiction ?? [];
  if (!contradiction || !first) return;
  const items = many<{ id: string }>(reader, raw, "rules");
  const place = items.find(({ value }) => value.id === first.id);
  if (!place) return;
  const list = contradiction.map((rule: Rule) => `"${rule.id}"`).join(", ");
  reader.diagnostics.error("contradictory-rules", reader.document.at(place.value, "id"), () => ({
    message:
      contradiction.length === 1
        ? `No settlement keeps rule ${list}.`
        : `No settlement keeps these ${contradiction.length} rules together: ${list}.`,
    fix: contradiction.length === 1 ? "Correct or remove it." : "Correct or remove one of them; any of them will do.",
  }));
}
