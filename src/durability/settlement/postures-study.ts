import type { Choices, Guarantee } from "#model";
import type { PostureRow, Postures } from "./durability-report.ts";
import { type CasePlaces, toMiddles, whyUnknown } from "./frame.ts";
import { type GuaranteeFrame, guaranteeFrame } from "./guarantee-frame.ts";
import { backstopQuestions, prizeKey, thresholdKey } from "./guarantee-questions.ts";
import { judgeVerdict } from "./judge-verdict.ts";
import { type PostureAtStated, postureOrder } from "./posture-order.ts";
import { numberOf, quantityOf } from "./quantity-of.ts";
import { placeholdersOf } from "./question.ts";
import type { Study } from "./study.ts";
import { verdictTally } from "./tally.ts";

/** Each posture of the guarantee put into the choices in hand, and their order by v*. */
export function posturesStudy(guarantee: Guarantee, choices: Choices, places: CasePlaces): Study<Postures> | undefined {
  if (guarantee.postures.length === 0) return undefined;
  const arranged = guarantee.postures.map((posture) => {
    const taken = { ...choices, ...posture.set };
    const frame = guaranteeFrame(guarantee, taken, places);
    const asked = backstopQuestions(frame);
    return { posture, taken, frame, asked, tally: verdictTally(asked.verdict) };
  });
  const known = arranged.every(({ frame, asked }) => whyUnknown(frame, asked.prizeThreshold.needs) === undefined);
  const at = (place: number): number => {
    const { frame, asked } = arranged[place]!; // the place of a posture
    return prizeKey(asked.prizeThreshold.at(frame.point));
  };
  const stated = arranged.map(({ posture, frame, asked }, place): PostureAtStated => {
    toMiddles(frame);
    return {
      id: posture.id,
      prize: at(place),
      intervention: asked.intervention.at(frame.point),
      reason: whyUnknown(frame, asked.prizeThreshold.needs),
      restsOn: placeholdersOf(asked.prizeThreshold),
      guessed: frame.slots.some(({ reference, field }) => field === "intervention" && reference.placeholder),
    };
  });
  const order = postureOrder(stated, sameButIntervention(arranged.map(({ frame }) => frame)));
  const keys = new Float64Array(arranged.length);
  return {
    frames: arranged.map(({ frame }) => frame),
    observe: () => {
      for (const { tally } of arranged) tally.observe();
      if (!known) return;
      for (let place = 0; place < keys.length; place++) keys[place] = at(place);
      order.observe(keys);
    },
    report: (n, seed) => ({
      rows: arranged.map(({ posture, taken, asked, tally }): PostureRow => {
        const { id, name, set } = posture;
        return {
          ...{ id, name, choices: taken },
          chosen: Object.entries(set).every(([issue, option]) => choices[issue] === option),
          intervention: numberOf(asked.intervention),
          prizeThreshold: quantityOf(asked.prizeThreshold, prizeKey),
          credibilityDemanded: quantityOf(asked.threshold, thresholdKey),
          verdict: judgeVerdict(asked.verdict, tally.result(n, seed)),
        };
      }),
      order: order.result(n, seed),
    }),
  };
}

/** The postures change no quantity but the judged chance of intervention: in all else each takes the same case. */
function sameButIntervention(frames: readonly GuaranteeFrame[]): boolean {
  const others = frames.map(({ slots }) =>
    slots
      .filter(({ field }) => field !== "intervention")
      .map(({ key }) => key)
      .join(),
  );
  return frames.every(({ intervention }) => intervention === "judged") && new Set(others).size === 1;
}
