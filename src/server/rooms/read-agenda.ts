import { formatScenario, parseScenario } from "#language";
import type { Agenda } from "#model";
import { err, ok, type Result } from "#prelude";

const longest = 1_000_000;
const deepest = 24;

/**
 * The agenda of a room: its text is the compact JSON of the model's Agenda, so that every client and every verifier reads the
 * same without the scenario language. It is held to the language all the same: written as a scenario file and read back, it
 * has to be what it was, and to have no mistake.
 *
 * The text is bounded in length and depth before anything reads it; it is read in this process.
 */
export function readAgenda(text: string): Result<Agenda, string> {
  if (text.length > longest) return err(`The agenda has ${text.length} characters; at most ${longest} are read.`);
  if (depthOf(text) > deepest) return err(`The agenda is nested deeper than ${deepest} levels.`);
  let value: unknown;
  let written: ReadonlyMap<string, string>;
  try {
    value = JSON.parse(text);
    // not yet known to be an agenda: whatever breaks here is none, and what comes out is compared below
    written = formatScenario({ agenda: value as Agenda, sheets: [], packages: [], claims: [] });
  } catch {
    return err("The agenda is not the JSON of an agenda.");
  }
  const { scenario, diagnostics } = parseScenario(written);
  const mistake = diagnostics.find(({ severity }) => severity === "error");
  if (!scenario) return err(`The agenda has a mistake. ${mistake?.message ?? ""}`.trim());
  if (JSON.stringify(scenario.agenda) !== text) {
    return err("The agenda is not in its one form: the compact JSON of the agenda as the scenario language reads it.");
  }
  return ok(scenario.agenda);
}

/** Brackets open at once outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let isString = false;
  for (let at = 0; at < text.length && most <= deepest; at++) {
    const code = text.charCodeAt(at);
    if (isString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) isString = false;
    } else if (code === 0x22) isString = true;
    else if (code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return most;
}
