import type { Agenda, Choices } from "#model";
import { shippedId } from "../shelf/scenario-key.ts";

/** What makes the command line judge the same package. A scenario of the reader's own stands in a folder of its name. */
export function commandText(key: string, agenda: Agenda, choices: Choices): string {
  const set = agenda.issues.flatMap(({ id }) => (choices[id] === undefined ? [] : [`${id}=${choices[id]}`]));
  return ["entente evaluate", shippedId(key) ?? agenda.id, ...(set.length > 0 ? ["--set", ...set] : [])].join(" ");
}
