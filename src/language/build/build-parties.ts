import type { Party, PartyId } from "#model";
import { present } from "../present.ts";
import type { RawScenario } from "../schema/scenario-schema.ts";
import { needSome } from "./need-some.ts";
import { entries, many, nameFromId, type Reader } from "./reader.ts";

/** Everyone but those who only help others agree. */
export function defaultConsent(parties: readonly Party[]): readonly PartyId[] {
  return parties
    .filter(({ roles }) => roles.some((role) => role !== "mediator" && role !== "facilitator"))
    .map(({ id }) => id);
}

/** The actors, as written in short or in full. */
export function buildParties(reader: Reader, raw: RawScenario): readonly Party[] {
  needSome(reader, raw, "parties", "party");
  return entries(reader, raw.parties).map(({ key: id, value }) => {
    if (typeof value === "string") return { id, name: value, roles: ["party"], members: [] };
    const { name, role, note } = value;
    return present({
      id,
      name: name ?? nameFromId(id),
      roles: role === undefined ? ["party" as const] : Array.isArray(role) ? role : [role],
      members: many<NonNullable<RawMember>>(reader, value, "members").map(({ value: member }) =>
        typeof member === "string"
          ? { name: member, consentMatters: false }
          : present({ name: member.name, role: member.role, consentMatters: member.consent_matters ?? false }),
      ),
      note,
    });
  });
}

type RawMember = string | { name: string; role?: string; consent_matters?: boolean };
