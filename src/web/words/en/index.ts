import type { roomEnglish } from "../room-english.ts";
import { claims } from "./claims.ts";
import { compose } from "./compose.ts";
import { deal } from "./deal.ts";
import { durability } from "./durability.ts";
import { edit } from "./edit.ts";
import { evidence } from "./evidence.ts";
import { frame } from "./frame.ts";
import { intake } from "./intake.ts";
import { library } from "./library.ts";
import { map } from "./map.ts";
import { open } from "./open.ts";
import { out } from "./out.ts";
import { packages } from "./packages.ts";
import { prepare } from "./prepare.ts";
import { shelf } from "./shelf.ts";
import { space } from "./space.ts";
import { sure } from "./sure.ts";
import { timeline } from "./timeline.ts";
import { unlocks } from "./unlocks.ts";
import { whatIf } from "./what-if.ts";

/**
 * The English catalogue: every text of the interface, by id, but those of the rooms, which come with the first page of a room.
 * Other languages translate both records key by key.
 */
export const english = {
  ...claims,
  ...compose,
  ...deal,
  ...durability,
  ...edit,
  ...evidence,
  ...frame,
  ...intake,
  ...library,
  ...map,
  ...open,
  ...out,
  ...packages,
  ...prepare,
  ...shelf,
  ...space,
  ...sure,
  ...timeline,
  ...unlocks,
  ...whatIf,
};

export type Catalogue = Readonly<Record<keyof typeof english | keyof typeof roomEnglish, string>>;
