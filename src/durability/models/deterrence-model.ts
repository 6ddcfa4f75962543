import { rudimentaryDeterrence } from "../deterrence/rudimentary-deterrence.ts";
import { rudimentaryDeterrenceGame } from "../deterrence/rudimentary-deterrence-game.ts";
import { anyPoints, chance, gameModel } from "./game-model.ts";

const order =
  "conflict < status-quo < conceded, and defender-soft-conflict < defender-conceded < defender-hard-conflict < defender-status-quo";

/** Rudimentary asymmetric deterrence: only the defender's will is in doubt. */
export const deterrenceModel = gameModel({
  id: "deterrence",
  about: "is a challenge deterred when it is not known whether the defender would resist",
  parameters: {
    "hard-defender": chance("the chance that the defender would rather resist than concede (p_B)", 0.4),
    "status-quo": anyPoints("the challenger's points if it leaves things as they are (a_SQ)", 0),
    conceded: anyPoints("its points if the defender concedes (a_DC)", 10),
    conflict: anyPoints("its points in a conflict (a_DD)", -10),
    "defender-status-quo": anyPoints("the defender's points if things stay as they are (b_SQ)", 10),
    "defender-hard-conflict": anyPoints("a hard defender's points in a conflict (b_DD+)", -5),
    "defender-conceded": anyPoints("the defender's points if it concedes (b_DC)", -10),
    "defender-soft-conflict": anyPoints("a soft defender's points in a conflict (b_DD-)", -20),
  },
  read: (values) => {
    const parameters = {
      statusQuo: values["status-quo"],
      conceded: values.conceded,
      conflict: values.conflict,
      hardDefender: values["hard-defender"],
    };
    const defender = {
      statusQuo: values["defender-status-quo"],
      conceded: values["defender-conceded"],
      hardConflict: values["defender-hard-conflict"],
      softConflict: values["defender-soft-conflict"],
    };
    const deterrence = rudimentaryDeterrence(parameters);
    const { softConflict, conceded, hardConflict, statusQuo } = defender;
    if (deterrence.kind === "out-of-order") return { kind: "out-of-order", order };
    if (softConflict >= conceded || conceded >= hardConflict || hardConflict >= statusQuo)
      return { kind: "out-of-order", order };
    return {
      kind: "answer",
      answer: { model: "deterrence", deterrence },
      game: rudimentaryDeterrenceGame({ ...parameters, defender }),
      expected: [
        [
          { player: 0, set: 1, action: 1, probability: deterrence.kind === "challenged" ? 1 : 0 },
          { player: 1, set: 1, action: 1, probability: 1 },
          { player: 1, set: 2, action: 1, probability: 0 },
        ],
      ],
    };
  },
});
