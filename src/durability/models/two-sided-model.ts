import { twoSidedDeterrence } from "../deterrence/two-sided-deterrence.ts";
import { twoSidedDeterrenceGame } from "../deterrence/two-sided-deterrence-game.ts";
import { anyPoints, doubt, gameModel } from "./game-model.ts";

const order = [
  "soft-conflict < backed-down < hard-conflict < status-quo < conceded, and",
  "defender-soft-conflict < defender-conceded < defender-hard-conflict < defender-held-off < defender-status-quo",
].join(" ");

/** The unilateral deterrence game. By default c_H = 40 / 80, c_S = 40 / 100 and d* = 60 / 80. */
export const twoSidedModel = gameModel({
  id: "two-sided",
  about: "deterrence when neither side knows whether the other would fight",
  parameters: {
    "hard-challenger": doubt("the chance that the challenger would rather fight than back down (p)", 0.3),
    "hard-defender": doubt("the chance that the defender would rather fight than concede (q)", 0.2),
    conceded: anyPoints("the challenger's points if the defender concedes (c_DC)", 100),
    "status-quo": anyPoints("its points if it leaves things as they are (c_SQ)", 60),
    "hard-conflict": anyPoints("a hard challenger's points in a conflict (c_DD+)", 20),
    "backed-down": anyPoints("its points if it challenges and backs down (c_CD)", 0),
    "soft-conflict": anyPoints("a soft challenger's points in a conflict (c_DD-)", -20),
    "defender-status-quo": anyPoints("the defender's points if things stay as they are (d_SQ)", 100),
    "defender-held-off": anyPoints("its points if the challenger backs down (d_CD)", 80),
    "defender-hard-conflict": anyPoints("a hard defender's points in a conflict (d_DD+)", 40),
    "defender-conceded": anyPoints("its points if it concedes (d_DC)", 20),
    "defender-soft-conflict": anyPoints("a soft defender's points in a conflict (d_DD-)", 0),
  },
  read: (values) => {
    const parameters = {
      challenger: {
        conceded: values.conceded,
        statusQuo: values["status-quo"],
        hardConflict: values["hard-conflict"],
        backDown: values["backed-down"],
        softConflict: values["soft-conflict"],
      },
      defender: {
        statusQuo: values["defender-status-quo"],
        heldOff: values["defender-held-off"],
        hardConflict: values["defender-hard-conflict"],
        conceded: values["defender-conceded"],
        softConflict: values["defender-soft-conflict"],
      },
      hardChallenger: values["hard-challenger"],
      hardDefender: values["hard-defender"],
    };
    const twoSided = twoSidedDeterrence(parameters);
    if (twoSided.kind === "out-of-order") return { kind: "out-of-order", order };
    return {
      kind: "answer",
      answer: { model: "two-sided", twoSided },
      game: twoSidedDeterrenceGame(parameters),
      expected: [
        [
          { player: 0, set: 1, action: 1, probability: twoSided.hardChallenges },
          { player: 0, set: 2, action: 1, probability: twoSided.softChallenges },
          { player: 1, set: 1, action: 1, probability: 1 },
          { player: 1, set: 2, action: 1, probability: twoSided.softDefends },
        ],
      ],
    };
  },
});
