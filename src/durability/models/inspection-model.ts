import { inspection } from "../compliance/inspection.ts";
import { inspectionGame } from "../compliance/inspection-game.ts";
import { chance, gameModel, points } from "./game-model.ts";

/** By default y* = 5 / 10 and x* = 2 / 8. */
export const inspectionModel = gameModel({
  id: "inspection",
  about: "how often to inspect a limit, and how often it is broken all the same",
  parameters: {
    "breach-gain": points("what a breach that nobody sees gains the holder of the limit, in its points (g)", 5),
    "breach-penalty": points("what a breach that is seen costs it (B)", 16),
    detection: chance("the chance that an inspection sees a breach (beta)", 0.5),
    "false-alarm": chance("the chance that an inspection sees one where there is none (alpha)", 0.05),
    "false-alarm-cost": points("what a false alarm costs each side, in its own points (f)", 10),
    "inspection-cost": points("what an inspection costs the inspector (e)", 1.5),
    "damage-unseen": points("what a breach that nobody sees costs the inspector (u)", 20),
    "damage-seen": points("what one that is seen costs it (h)", 5),
  },
  read: (values) => {
    const parameters = {
      breachGain: values["breach-gain"],
      breachPenalty: values["breach-penalty"],
      detection: values.detection,
      falseAlarm: values["false-alarm"],
      falseAlarmCost: values["false-alarm-cost"],
      inspectionCost: values["inspection-cost"],
      damageUnseen: values["damage-unseen"],
      damageSeen: values["damage-seen"],
    };
    const answer = inspection(parameters);
    return {
      kind: "answer",
      answer: { model: "inspection", inspection: answer },
      game: inspectionGame(parameters),
      expected: [
        [
          { player: 0, set: 1, action: 1, probability: answer.violate },
          { player: 1, set: 1, action: 1, probability: answer.inspect },
        ],
      ],
    };
  },
});
