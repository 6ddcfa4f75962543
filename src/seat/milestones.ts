import { countersign } from "#record";
import type { Event } from "#room";
import { plenaryOf } from "./act.ts";
import type { SeatSession } from "./seat-session.ts";

/**
 * Countersigns the plenary's head after each milestone: an adoption, and each step of the ladder that all have taken. What
 * this client has seen can then not be taken back by the host. Returns how to stop.
 */
export function countersignMilestones(session: SeatSession): () => void {
  const asked = new Set<number>();

  function look(): void {
    const { streams, connection } = session.snapshot();
    const plenary = plenaryOf(session);
    if (connection.kind !== "live" || !plenary || streams.fault || !streams.hall?.seats.get(session.kept.seat)?.keys)
      return;
    const { id } = plenary.plan;
    const entry = (streams.happened.get(id) ?? []).findLast(({ events }) => events.some(isMilestone));
    if (!entry || asked.has(entry.version)) return;
    const { version } = entry;
    asked.add(version);
    const mine = [...plenary.countersigned].some(
      ([at, all]) => at >= version && all.some(({ seat }) => seat === session.kept.seat),
    );
    const head = session.keeper.entries(id)[version - 1]?.hash;
    if (mine || head === undefined) return;
    const witnessed = { negotiation: session.kept.negotiation, stream: id, version, head };
    const signature = countersign(witnessed, session.keys.sign);
    // a refusal, as for a seat that has left the plenary, changes nothing for anybody
    void session.send(id, { kind: "countersign", version, head, signature }).catch(() => {});
  }

  look();
  return session.subscribe(look);
}

function isMilestone(event: Event): boolean {
  switch (event.kind) {
    case "adopted":
      return true;
    case "initialled":
    case "signed":
    case "ratified":
      return event.completes;
    default:
      return false;
  }
}
