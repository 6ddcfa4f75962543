import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Agenda } from "#model";
import { ok, type Result } from "#prelude";
import { agendaText, createNegotiation, inviteLink, type OpeningChoices, openingPlan, type PartyRole } from "#seat";
import { couldNotRun, type ExitCode, endWith, type Failure } from "../../failure.ts";
import { loadScenario } from "../../load-scenario.ts";
import type { Terminal } from "../../terminal.ts";
import { postNegotiation } from "./host-requests.ts";
import { writeSeatFile } from "./seat-file.ts";

export type CreateFlags = {
  readonly server: string;
  readonly title?: string;
  readonly seat?: readonly string[];
  readonly to: string;
  readonly days: number;
  readonly reusable?: boolean;
  readonly json?: boolean;
};

/** Opens a negotiation about a scenario's agenda: the links go to standard output, the convenor's seat into a file. */
export async function createCommand(scenario: string, flags: CreateFlags, terminal: Terminal): Promise<ExitCode> {
  const path = join(flags.to, "convenor.seat.json");
  if (existsSync(path)) {
    const message = `"${path}" is there already: a seat of another negotiation. Choose another folder.`;
    return endWith(terminal, { exit: 2, message });
  }
  const loaded = await loadScenario(scenario, {}, terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const { agenda } = loaded.value;
  const choices = choicesOf(agenda, flags);
  if (!choices.ok) return endWith(terminal, choices.error);
  const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
  const expiresAt = new Date(Date.now() + flags.days * 86_400_000).toISOString();
  const terms = { origin: originOf(flags.server), expiresAt, reusable: flags.reusable ?? false };
  const plan = openingPlan(agenda, choices.value, random);
  const { request, convenor, invites, mistakes } = createNegotiation(agenda, plan, terms, random);
  if (mistakes.length > 0) {
    const message = mistakes.map(({ rule, message: why }) => `${why} (${rule})`).join("\n");
    return endWith(terminal, { exit: 1, message });
  }
  const created = await postNegotiation(terms.origin, request);
  if (!created.ok) return endWith(terminal, created.error);
  const { session } = created.value;
  const attempt = random(16).reduce((text, byte) => text + byte.toString(16).padStart(2, "0"), "");
  const file = { schema: "entente.seat-file/1", kept: convenor, attempt, session, agenda: agendaText(agenda) } as const;
  const written = writeSeatFile(path, file);
  if (!written.ok) return endWith(terminal, written.error);
  const links = invites.map(({ seat, link }) => ({ seat: seat.name, id: seat.id, link: inviteLink(link) }));
  if (flags.json)
    terminal.print(JSON.stringify({ schema: "entente.invites/1", negotiation: convenor.negotiation, links }));
  else for (const { seat, link } of links) terminal.print(`${seat}  ${link}`);
  terminal.tell(
    `The convenor's seat is in ${path}. Each link above is the seat: send it to nobody else, by a way you trust.`,
  );
  return 0;
}

/** `UA:mandator` at a party's place, `observer` beside it. Negotiators of those whose consent is needed are there anyway. */
function choicesOf(agenda: Agenda, { seat = [], title }: CreateFlags): Result<OpeningChoices, Failure> {
  const parties: Record<string, PartyRole[]> = Object.fromEntries(
    agenda.consent.map((party) => [party, ["negotiator"]]),
  );
  let [mediators, observers, chair, trainer] = [1, 0, false, false];
  for (const word of seat) {
    const [party = "", role, ...rest] = word.split(":");
    if (role === undefined && word === "mediator") mediators++;
    else if (role === undefined && word === "observer") observers++;
    else if (role === undefined && word === "chair") chair = true;
    else if (role === undefined && word === "trainer") trainer = true;
    else if (rest.length > 0 || !isPartyRole(role)) {
      return couldNotRun(
        `--seat takes PARTY:negotiator, PARTY:support or PARTY:mandator, or mediator, chair, observer, trainer; "${word}" is none of these.`,
      );
    } else if (!agenda.parties.some(({ id }) => id === party)) {
      return couldNotRun(
        `--seat: there is no party "${party}". Parties: ${agenda.parties.map(({ id }) => id).join(", ")}.`,
      );
    } else parties[party] = [...(parties[party] ?? []), role];
  }
  return ok({ parties, mediators, observers, chair, trainer, ...(title === undefined ? {} : { title }) });
}

function isPartyRole(role: string | undefined): role is PartyRole {
  return role === "negotiator" || role === "support" || role === "mandator";
}

function originOf(server: string): string {
  return new URL(server).origin;
}
