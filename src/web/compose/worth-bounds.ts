import { type Choices, type Condition, type IssueId, type OptionId, type PreferenceSheet, weightTotal } from "#model";
import { toNumber } from "#prelude";

export type Bounds = { readonly least: number; readonly most: number };

/**
 * Between what a package can be worth to the party once its open issues are settled, in points. Outer bounds: nothing
 * lies beyond them, but where linkages pull on the same issue the ends may not be reached together. The same number
 * twice when no issue is open. In doubles; time O(options + linkages).
 */
export function worthBounds(sheet: PreferenceSheet, choices: Choices): Bounds {
  const total = toNumber(weightTotal(sheet));
  let least = 0;
  let most = 0;
  for (const [issue, preference] of Object.entries(sheet.issues)) {
    const perValue = (preference.weight.mid / total / preference.of) * sheet.scale;
    const local = localBounds(sheet, issue, choices);
    least += local.least * perValue;
    most += local.most * perValue;
  }
  for (const linkage of sheet.linkages) {
    if (linkage.kind !== "combination") continue;
    const points = (linkage.value.mid / linkage.of) * sheet.scale;
    const hold = mayHold(linkage.when, choices);
    if (hold === "yes" || (hold === "open" && points < 0)) least += points;
    if (hold === "yes" || (hold === "open" && points > 0)) most += points;
  }
  const cap = sheet.cap ?? Number.POSITIVE_INFINITY;
  return { least: Math.min(cap, least), most: Math.min(cap, most) };
}

/** The same for one issue, on the issue's own scale. */
export function localBounds(sheet: PreferenceSheet, issue: IssueId, choices: Choices): Bounds {
  const chosen = choices[issue];
  const options = chosen === undefined ? Object.keys(sheet.issues[issue]!.values) : [chosen];
  const values = options.flatMap((option) => possibleValues(sheet, issue, option, choices));
  return { least: Math.min(...values), most: Math.max(...values) };
}

/** The option's values under every choice that is still open to the issue a table depends on. */
function possibleValues(sheet: PreferenceSheet, issue: IssueId, option: OptionId, choices: Choices): readonly number[] {
  const possible: number[] = [];
  for (const linkage of sheet.linkages) {
    if (linkage.kind !== "table" || linkage.issue !== issue) continue;
    const given = choices[linkage.given];
    if (given === undefined) {
      possible.push(...Object.values(linkage.table).flatMap((row) => (row[option] ? [row[option].mid] : [])));
      continue;
    }
    const cell = linkage.table[given]?.[option];
    if (cell) return [...possible, cell.mid]; // the first table that covers the choice decides
  }
  return [...possible, sheet.issues[issue]!.values[option]!.mid];
}

function mayHold(condition: Condition, choices: Choices): "yes" | "no" | "open" {
  const clauses = condition.map(({ issue, options }) => {
    const chosen = choices[issue];
    return chosen === undefined ? "open" : options.includes(chosen) ? "yes" : "no";
  });
  return clauses.includes("no") ? "no" : clauses.includes("open") ? "open" : "yes";
}
