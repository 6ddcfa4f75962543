import { claims } from "./claims.ts";
import { evidence } from "./evidence.ts";
import { frame } from "./frame.ts";
import { intake } from "./intake.ts";
import { library } from "./library.ts";
import { open } from "./open.ts";
import { shelf } from "./shelf.ts";
import { sure } from "./sure.ts";
import { timeline } from "./timeline.ts";
import { unlocks } from "./unlocks.ts";

/** The English catalogue: every text of the interface, by id. Other languages translate this record key by key. */
export const english = {
  ...unlocks,
  ...timeline,
  ...sure,
  ...evidence,
  ...claims,
  ...frame,
  ...intake,
  ...library, ...open,
  ...shelf,
};

export type Catalogue = Readonly<Record<keyof typeof english, string>>;
