import { claims } from "./claims.ts";
import { compose, compose } from "./compose.ts";
import { deal } from "./deal.ts";
import { evidence } from "./evidence.ts";
import { frame } from "./frame.ts";
import { intake } from "./intake.ts";
import { library } from "./library.ts";
import { open } from "./open.ts";
import { packages } from "./packages.ts";
import { shelf } from "./shelf.ts";
import { space } from "./space.ts";
import { sure } from "./sure.ts";
import { timeline } from "./timeline.ts";
import { unlocks } from "./unlocks.ts";
import { whatIf, whatIf } from "./what-if.ts";

/** The English catalogue: every text of the interface, by id. Other languages translate this record key by key. */
export const english = {
  ...claims,
  ...compose,
  ...compose,
  ...deal,
  ...evidence,
  ...frame,
  ...intake,
  ...library,
  ...open,
  ...packages,
  ...shelf,
  ...whatIf,
  ...space,
  ...sure,
  ...timeline,
  ...unlocks,
  ...whatIf,
};

export type Catalogue = Readonly<Record<keyof typeof english, string>>;
