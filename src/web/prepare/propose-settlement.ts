import type { SheetDraft, SheetDraws } from "#elicitation";
import { type Agenda, breaks, type Choices, isSettlement, type Package } from "#model";
import { seededRandom } from "#prelude";
import { drawnWorth, shareAboveNoDeal } from "./drawn-worth.ts";
import type { Proposal } from "./thinking.ts";

/** A settlement that a person knows by its name is worth asking about even where another would split the draws better. */
const familiarity = 0.12;
/** A comparison whose answer this large a share of the draws knows already is not worth a person's time. */
const known = 0.95;
const tries = 400;

/**
 * The settlement whose comparison with no deal says most: the draws are split most evenly on it. Candidates are the named
 * packages, each with one issue settled otherwise, and settlements from all over the range that the rules allow.
 * Undefined when every candidate's answer is known already.
 */
export function proposeSettlement(
  agenda: Agenda,
  draft: SheetDraft,
  draws: SheetDraws,
  packages: readonly Package[],
  skipped: readonly Choices[],
): Proposal | undefined {
  const answered = draft.statements.flatMap((said) => (said.kind === "no-deal" ? [said.settlement] : []));
  const past = new Set([...answered, ...skipped].map((each) => nameOf(agenda, each)));
  let best: (Proposal & { readonly merit: number }) | undefined;
  for (const { settlement, familiar } of candidates(agenda, packages)) {
    if (past.has(nameOf(agenda, settlement))) continue;
    const share = shareAboveNoDeal(drawnWorth(agenda, draft, draws, settlement), draws, agenda);
    if (share > known || share < 1 - known) continue;
    const merit = familiar * familiarity - Math.abs(share - 0.5);
    if (!best || merit > best.merit) best = { settlement, share, merit };
  }
  return best && { settlement: best.settlement, share: best.share };
}

/** Familiar: 2 for a named package itself, 1 for one that differs from it on one issue. */
type Candidate = { readonly settlement: Choices; readonly familiar: 0 | 1 | 2 };

function* candidates(agenda: Agenda, packages: readonly Package[]): Generator<Candidate> {
  const allowed = (settlement: Choices): boolean => agenda.rules.every((rule) => !breaks(rule, settlement));
  const whole = packages.filter(({ choices }) => isSettlement(agenda, choices) && allowed(choices));
  for (const { choices } of whole) yield { settlement: choices, familiar: 2 };
  for (const { choices } of whole.slice(0, 6)) {
    for (const { id, options } of agenda.issues) {
      for (const option of options) {
        const settlement = { ...choices, [id]: option.id };
        if (choices[id] !== option.id && allowed(settlement)) yield { settlement, familiar: 1 };
      }
    }
  }
  const random = seededRandom(1);
  for (let k = 0; k < tries; k++) {
    // options stand in the agenda from one end to the other as a rule: draws around one level spread over the range
    const level = random.uniform();
    const settlement = Object.fromEntries(
      agenda.issues.map(({ id, options }) => {
        const near = Math.min(1, Math.max(0, level + (random.uniform() - 0.5) * 0.8));
        return [id, options[Math.min(options.length - 1, Math.floor(near * options.length))]!.id];
      }),
    );
    if (allowed(settlement)) yield { settlement, familiar: 0 };
  }
}

function nameOf({ issues }: Agenda, settlement: Choices): string {
  return issues.map(({ id }) => settlement[id] ?? "").join(" ");
}
