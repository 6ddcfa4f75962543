import type { DelegationId, HallState, StreamId } from "#room";
import { type EventGroup, groupOf } from "./event-group.ts";
import type { Moment } from "./moments.ts";

/** What of the timeline is shown; an empty set of hidden streams and groups shows all. */
export type MomentFilter = {
  readonly hidden: ReadonlySet<StreamId>;
  readonly without: ReadonlySet<EventGroup>;
  /** Acts of this delegation's seats alone. */
  readonly delegation?: DelegationId;
};

/** A shown moment keeps its place among all of them: the replay counts those. */
export type PlacedMoment = Moment & { readonly place: number };

export function filterMoments(
  moments: readonly Moment[],
  hall: HallState,
  { hidden, without, delegation }: MomentFilter,
): readonly PlacedMoment[] {
  return moments.flatMap((moment, place) => {
    const { stream, author, events } = moment;
    if (hidden.has(stream) || events.every((event) => without.has(groupOf(event)))) return [];
    if (delegation !== undefined && hall.seats.get(author)?.delegation !== delegation) return [];
    return [{ ...moment, place }];
  });
}
