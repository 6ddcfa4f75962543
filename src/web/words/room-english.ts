import { convene } from "./en/convene.ts";
import { debrief } from "./en/debrief.ts";
import { desk } from "./en/desk.ts";
import { join } from "./en/join.ts";
import { record } from "./en/record.ts";
import { room } from "./en/room.ts";
import { roomMoves } from "./en/room-moves.ts";
import { roomTimeline } from "./en/room-timeline.ts";
import { roomsList } from "./en/rooms-list.ts";
import { training } from "./en/training.ts";

/** The rooms' part of the English catalogue: whoever only analyses a conflict does not load it. */
export const roomEnglish = {
  ...convene,
  ...debrief,
  ...desk,
  ...join,
  ...record,
  ...room,
  ...roomMoves,
  ...roomTimeline,
  ...roomsList,
  ...training,
} as const;
