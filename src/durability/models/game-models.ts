import { backstopModel } from "./backstop-model.ts";
import { deterrenceModel } from "./deterrence-model.ts";
import type { GameModel } from "./game-model.ts";
import { inspectionModel } from "./inspection-model.ts";
import { tripwireModel } from "./tripwire-model.ts";
import { twoSidedModel } from "./two-sided-model.ts";
import { ultimatumModel } from "./ultimatum-model.ts";

/** The models with a closed form that can be asked with one's own numbers. */
export const gameModels: readonly GameModel[] = [
  backstopModel,
  tripwireModel,
  deterrenceModel,
  twoSidedModel,
  ultimatumModel,
  inspectionModel,
];
