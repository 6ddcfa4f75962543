import { useWords } from "../../../words/words.tsx";
import { DelegationMark } from "../live/delegation-mark.tsx";
import { useRoom } from "../live/live-room.tsx";
import { type AdoptedMotion, mayBeReopened } from "./adopted-motion.ts";

/** That a settlement stands, and what that makes of everything tabled after it. */
export function AdoptedNote({ adopted }: { readonly adopted: AdoptedMotion }) {
  const words = useWords();
  return (
    <p className="note">{words(mayBeReopened(adopted) ? "room-moves.whole.adopted" : "room-moves.whole.final")}</p>
  );
}

/** The settlement that stands, and who has put its name to it: the whole, once there is one. */
export function AdoptedWhole({ adopted }: { readonly adopted: AdoptedMotion }) {
  const { agenda, names } = useRoom();
  const words = useWords();
  const { stage, settlement, initials, signatures, ratifications } = adopted;
  const steps = [
    { title: words("room-moves.motion.initial"), given: initials },
    { title: words("room-moves.motion.sign"), given: signatures },
    { title: words("room-moves.motion.ratify"), given: ratifications },
  ];
  return (
    <>
      <p className="room-closing" data-is="closes">
        {words(`room-moves.stage.${stage}`)}
      </p>
      <AdoptedNote adopted={adopted} />
      <ul>
        {steps.map(({ title, given }) => {
          const by = agenda.consent.filter((party) => Object.hasOwn(given, party));
          return (
            <li key={title}>
              {words("room-moves.whole.given", { what: title, count: by.length, all: agenda.consent.length })}{" "}
              {by.map((party) => (
                <span key={party}>
                  <DelegationMark of={party} />{" "}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
      <h3>{words("room-moves.motion.settlement", { count: agenda.issues.length })}</h3>
      <dl className="room-choices">
        {agenda.issues.map(({ id }) => (
          <div key={id}>
            <dt>{names.issue(id)}</dt>
            <dd>{names.option(id, settlement[id] ?? "")}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
