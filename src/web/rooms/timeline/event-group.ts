import { unreachable } from "#prelude";
import type { Event } from "#room";

/** By what the timeline is filtered. */
export const eventGroups = ["offers", "words", "sealed-yes", "ladder", "people", "papers", "witnesses"] as const;
export type EventGroup = (typeof eventGroups)[number];

export function groupOf(event: Event): EventGroup {
  switch (event.kind) {
    case "tabled":
    case "withdrawn":
    case "accepted":
    case "provisionally agreed":
    case "rejected":
    case "reopened":
      return "offers";
    case "said":
      return "words";
    case "sealed yes called":
    case "sealed yes answered":
      return "sealed-yes";
    case "adoption moved":
    case "voted":
    case "adopted":
    case "fell":
    case "initialled":
    case "signed":
    case "ratified":
    case "settlement reopened":
    case "ended":
      return "ladder";
    case "opened":
    case "joined":
    case "seat removed":
    case "seat freed":
    case "seat level set":
    case "group convened":
    case "deadline set":
    case "channel opened":
    case "member added":
    case "member removed":
    case "level set":
    case "channel closed":
    case "delegation opened":
      return "people";
    case "kept":
      return "papers";
    case "countersigned":
      return "witnesses";
    default:
      return unreachable(event);
  }
}
