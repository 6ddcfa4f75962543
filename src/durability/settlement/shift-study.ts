import {
  type Choices,
  type Guarantee,
  guaranteeParameters,
  type PowerShift,
  type ShiftParameter,
  shiftParameters,
} from "#model";
import { leastCredibility, shiftingPower } from "../compliance/shifting-power.ts";
import { measuredAgainst } from "./because.ts";
import type { ShiftReport, ShiftVerdict } from "./durability-report.ts";
import { type CasePlaces, type Frame, resolveAll, slotsOf } from "./frame.ts";
import { judgeVerdict } from "./judge-verdict.ts";
import type { VerdictQuestion } from "./possible-verdicts.ts";
import { numberOf, quantityOf } from "./quantity-of.ts";
import type { Question } from "./question.ts";
import { openIssues } from "./resolve-parameter.ts";
import type { Study } from "./study.ts";
import { verdictTally } from "./tally.ts";

type ShiftField = ShiftParameter | "intervention" | "judgedGuaranteed";
type ShiftPoint = Record<ShiftField, number>;

const warNeeds = ["winsNow", "winsLater", "decliningCost", "risingCost", "discount"];

/** Will a side that grows weaker strike first: one shift in these choices, with the guarantee between the same two. */
export function shiftStudy(
  shift: PowerShift,
  guarantees: readonly Guarantee[],
  choices: Choices,
  places: CasePlaces,
): Study<ShiftReport> {
  const { id, name, declining, rising, note, when } = shift;
  const common = { id, name, declining, rising, ...(note === undefined ? {} : { note }) };
  const issues = openIssues(when, choices);
  if (issues === "no") return without({ ...common, stands: "no" });
  if (issues.length > 0) {
    return without({ ...common, stands: "unknown", reason: `${issues.join(", ")} is open`, issues });
  }
  const guarantee = guarantees.find(
    ({ challenger, protege, parameters }) =>
      challenger === declining && protege === rising && parameters.intervention !== undefined,
  );
  const parameters = resolveAll(shiftParameters, shift.parameters, choices);
  const frame = shiftFrame(shift, parameters, guarantee, choices, places);
  const counts = guarantee !== undefined && shift.parameters.winsLaterGuaranteed !== undefined;
  const alone: Question<ShiftField, number> = { frame, needs: warNeeds, at: (point) => shiftingPower(point).excess };
  const guaranteed: Question<ShiftField, number> = counts
    ? {
        frame,
        needs: [...warNeeds, "winsLaterGuaranteed", "intervention"],
        at: (point) => shiftingPower({ ...point, winsLater: blended(point) }).excess,
      }
    : alone;
  const [first, second] = [verdictOf(alone), verdictOf(guaranteed)];
  const [firsts, seconds] = [verdictTally(first), verdictTally(second)];
  return {
    frames: [frame],
    observe: () => {
      firsts.observe();
      seconds.observe();
    },
    report: (n, seed) => {
      const later = (point: ShiftPoint): number => (counts ? blended(point) : point.winsLater);
      const growth = numberOf({
        ...guaranteed,
        needs: guaranteed.needs.filter((need) => need !== "decliningCost" && need !== "risingCost"),
        at: (point) => point.discount * later(point) - point.winsNow,
      });
      const borne = numberOf({
        frame,
        needs: ["decliningCost", "risingCost", "discount"],
        at: (point) => point.decliningCost + point.discount * point.risingCost,
      });
      return {
        ...common,
        stands: "yes",
        parameters,
        ...(counts ? { guarantee: guarantee.id } : {}),
        unguaranteed: judgeVerdict(first, firsts.result(n, seed)),
        verdict: judgeVerdict(second, seconds.result(n, seed)),
        excess: numberOf(guaranteed),
        leastCredibility: quantityOf(
          {
            frame,
            needs: [...warNeeds, "winsLaterGuaranteed"],
            at: (point) => leastCredibility(point, point.winsLaterGuaranteed),
          },
          (least) =>
            least.kind === "credibility" ? least.value : least.kind === "none-needed" ? 0 : Number.POSITIVE_INFINITY,
        ),
        because: {
          mover: declining,
          move: "strike-first",
          against: [rising],
          sanction: counts ? { kind: "intervention", by: guarantee.guarantors } : { kind: "war", by: [rising] },
          ...measuredAgainst(
            [{ symbol: "delta p2 - p1", name: "how far the rising side's chances grow" }, growth],
            [{ symbol: "cD + delta cR", name: "what the costs of war bear" }, borne],
            numberOf({ ...guaranteed, at: (point) => -guaranteed.at(point) }),
          ),
        },
      };
    },
  };
}

/** p2 under a guarantee that is honoured with chance q: (1 - q) p2 + q p2G. */
function blended({ intervention, winsLater, winsLaterGuaranteed }: ShiftPoint): number {
  return (1 - intervention) * winsLater + intervention * winsLaterGuaranteed;
}

/** The excess is straight in each quantity, so corners suffice; a tie keeps the peace. */
function verdictOf(excess: Question<ShiftField, number>): VerdictQuestion<ShiftField, ShiftVerdict> {
  return {
    ...excess,
    at: (point) => (excess.at(point) > 0 ? "war-unavoidable" : "peace-possible"),
    verdicts: ["peace-possible", "war-unavoidable"],
    form: "corners",
  };
}

/** With q of the guarantee beside the shift's own. A guarantee never makes the rising side stronger: p2G is at most p2. */
function shiftFrame(
  shift: PowerShift,
  parameters: ReturnType<typeof resolveAll<ShiftParameter>>,
  guarantee: Guarantee | undefined,
  choices: Choices,
  places: CasePlaces,
): Frame<ShiftField> {
  const own = slotsOf<ShiftParameter, ShiftField>(
    shift.id,
    shiftParameters,
    shift.parameters,
    parameters,
    places,
    (id) => (id === "winsLaterGuaranteed" ? "judgedGuaranteed" : id),
  );
  const { intervention } = guaranteeParameters;
  const judged = guarantee?.parameters.intervention;
  const given = judged === undefined ? {} : { intervention: judged };
  const resolved = resolveAll({ intervention }, given, choices);
  const of = slotsOf<"intervention", ShiftField>(
    guarantee?.id ?? shift.id,
    { intervention },
    given,
    resolved,
    places,
    (id) => id,
  );
  return {
    slots: [...own.slots, ...of.slots],
    missing: new Map([...own.missing, ...of.missing]),
    point: {
      winsNow: 0,
      winsLater: 0,
      winsLaterGuaranteed: 0,
      judgedGuaranteed: 0,
      decliningCost: 0,
      risingCost: 0,
      discount: 0,
      intervention: 0,
    },
    settle: (point) => {
      point.winsLaterGuaranteed = Math.min(point.judgedGuaranteed, point.winsLater);
    },
  };
}

function without(report: ShiftReport): Study<ShiftReport> {
  return { frames: [], observe: () => {}, report: () => report };
}
