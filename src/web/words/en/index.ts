import { claims } from "./claims.ts";
import { compose } from "./compose.ts";
import { convene } from "./convene.ts";
import { deal } from "./deal.ts";
import { debrief } from "./debrief.ts";
import { desk } from "./desk.ts";
import { edit } from "./edit.ts";
import { evidence } from "./evidence.ts";
import { frame } from "./frame.ts";
import { intake } from "./intake.ts";
import { join } from "./join.ts";
import { library } from "./library.ts";
import { open } from "./open.ts";
import { out } from "./out.ts";
import { packages } from "./packages.ts";
import { prepare } from "./prepare.ts";
import { record } from "./record.ts";
import { room } from "./room.ts";
import { roomTimeline } from "./room-timeline.ts";
import { roomsList } from "./rooms-list.ts";
import { shelf } from "./shelf.ts";
import { space } from "./space.ts";
import { sure } from "./sure.ts";
import { timeline } from "./timeline.ts";
import { training } from "./training.ts";
import { unlocks } from "./unlocks.ts";
import { whatIf } from "./what-if.ts";

/** The English catalogue: every text of the interface, by id. Other languages translate this record key by key. */
export const english = {
  ...claims,
  ...compose,
  ...convene,
  ...deal,
  ...debrief,
  ...desk,
  ...edit,
  ...evidence,
  ...frame,
  ...intake,
  ...join,
  ...library,
  ...open,
  ...out,
  ...packages,
  ...prepare,
  ...record,
  ...room,
  ...roomTimeline,
  ...roomsList,
  ...shelf,
  ...space,
  ...sure,
  ...timeline,
  ...training,
  ...unlocks,
  ...whatIf,
};

export type Catalogue = Readonly<Record<keyof typeof english, string>>;
