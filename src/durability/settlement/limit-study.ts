import type { Agenda, Choices, MonitoredLimit } from "#model";
import { measuredAgainst } from "./because.ts";
import type { Because, LimitReport } from "./durability-report.ts";
import type { CasePlaces } from "./frame.ts";
import { judgeVerdict } from "./judge-verdict.ts";
import { detectionKey, limitFrame, limitQuestions } from "./limit-questions.ts";
import { numberOf, quantityOf } from "./quantity-of.ts";
import { openIssues } from "./resolve-parameter.ts";
import type { Study } from "./study.ts";
import { verdictTally } from "./tally.ts";
import { transparencyStudy } from "./transparency-study.ts";

/** Would a cheat be seen, and would it pay: one limit in these choices. */
export function limitStudy(
  limit: MonitoredLimit,
  agenda: Agenda,
  choices: Choices,
  places: CasePlaces,
): Study<LimitReport> {
  const { id, name, holder, inspector, note, when } = limit;
  const common = { id, name, holder, inspector, ...(note === undefined ? {} : { note }) };
  const issues = openIssues(when, choices);
  if (issues === "no") return without({ ...common, stands: "no" });
  if (issues.length > 0) {
    return without({ ...common, stands: "unknown", reason: `${issues.join(", ")} is open`, issues });
  }
  const frame = limitFrame(limit, choices, places);
  const asked = limitQuestions(frame);
  const transparency = transparencyStudy(limit, agenda, choices, places, frame);
  const [inspections, compliances] = [verdictTally(asked.inspection), verdictTally(asked.compliance)];
  const breach = (kind: Because["sanction"]["kind"]) =>
    ({ mover: holder, move: "breach", against: [inspector], sanction: { kind, by: [inspector] } }) as const;
  const gain = { symbol: "g", name: "gain from a breach that is not seen" };
  return {
    frames: [frame, ...transparency.frames],
    observe: () => {
      inspections.observe();
      compliances.observe();
      transparency.observe();
    },
    report: (n, seed) => {
      const least = numberOf(asked.deterringDetection);
      const temptation = numberOf(asked.temptation);
      return {
        ...common,
        stands: "yes",
        parameters: frame.parameters,
        inspection: {
          verdict: judgeVerdict(asked.inspection, inspections.result(n, seed)),
          rate: quantityOf(asked.rate, (rate) => (rate.kind === "rate" ? rate.value : Number.POSITIVE_INFINITY)),
          leastDetection: least,
          because: {
            ...breach("penalty"),
            ...measuredAgainst(
              [
                { symbol: "beta", name: "chance that an inspection sees a breach" },
                numberOf({ frame, needs: ["detection"], at: (point) => point.detection }),
              ],
              [{ symbol: "(g + alpha f) / (g + B)", name: "the detection above which inspection can deter" }, least],
              numberOf(asked.detectionMargin),
            ),
          },
        },
        compliance: {
          verdict: judgeVerdict(asked.compliance, compliances.result(n, seed)),
          largestTemptation: temptation,
          leastDetection: quantityOf(asked.sustainingDetection, detectionKey),
          because: {
            ...breach("suspension"),
            ...measuredAgainst(
              [gain, numberOf({ frame, needs: ["breachGain"], at: (point) => point.breachGain })],
              [{ symbol: "delta (pi - alpha) (1 - delta^T) V", name: "the largest gain that is resisted" }, temptation],
              numberOf(asked.slack),
            ),
          },
        },
        breakout: {
          inspections: numberOf(asked.inspections, "somewhere in the ranges it is watched without a break"),
          seenInTime: numberOf(asked.seenInTime),
        },
        transparency: transparency.report(n, seed),
      };
    },
  };
}

function without(report: LimitReport): Study<LimitReport> {
  return { frames: [], observe: () => {}, report: () => report };
}
