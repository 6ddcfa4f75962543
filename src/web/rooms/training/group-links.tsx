import type { KeptSeat } from "#seat";
import { useWords } from "../../words/words.tsx";
import { InvitationTable } from "../convene/invitation-table.tsx";
import { Slips } from "../convene/slips.tsx";
import { useInvitations } from "../convene/use-invitations.ts";
import type { Group } from "./use-groups.ts";

/** One group's links, as a table on the screen and as slips on paper. */
export function GroupLinks({ group }: { readonly group: Group }) {
  const words = useWords();
  return (
    <div className="training-group">
      <h3 className="screen-only">
        <bdi>{group.name}</bdi>
      </h3>
      {group.kept ? (
        <Links by={group.kept} title={group.record?.title ?? group.name} />
      ) : (
        <p className="note screen-only">{words("training.forgotten")}</p>
      )}
    </div>
  );
}

function Links({ by, title }: { readonly by: KeptSeat; readonly title: string }) {
  const invitations = useInvitations(by);
  return (
    <>
      <div className="screen-only">
        <InvitationTable by={by} invitations={invitations} of={title} />
      </div>
      <Slips title={title} seats={invitations.seats ?? []} />
    </>
  );
}
