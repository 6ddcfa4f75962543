import {
  type Durability,
  type Guarantee,
  guaranteeParameters,
  limitParameters,
  type MonitoredLimit,
  type PartyId,
  type Posture,
  type PowerShift,
  shiftParameters,
} from "#model";
import type { Span } from "#prelude";
import { choicesOf } from "../build/build-packages.ts";
import { conditionAt } from "../build/condition.ts";
import { evidenceAt } from "../build/evidence.ts";
import { most } from "../build/limits.ts";
import { checkDistinct, checkName, ids, many, nameFromId, type Reader } from "../build/reader.ts";
import { present } from "../present.ts";
import type { RawDurability, RawGuarantee, RawLimit, RawShift } from "../schema/durability-schema.ts";
import { buildAftermath } from "./build-aftermath.ts";
import { parametersAt } from "./build-parameters.ts";
import type { DurabilityNames } from "./durability-names.ts";

/** durability.yaml with names and meaning checked and evidence inherited. */
export function buildDurability(reader: Reader, raw: RawDurability, names: DurabilityNames): Durability {
  const evidence = evidenceAt(reader, raw.evidence ?? {});
  const [guarantees, limits, shifts] = [
    many<RawGuarantee>(reader, raw, "guarantees"),
    many<RawLimit>(reader, raw, "limits"),
    many<RawShift>(reader, raw, "shifts"),
  ];
  // one id for one of any kind: assumed numbers, claims and what a verdict rests on name it by its id alone
  const seen = new Map<string, Span>();
  for (const [noun, items] of Object.entries({ guarantees, limits, shifts })) {
    checkDistinct(reader, items, "guarantees, limits or shifts", seen);
    checkCount(reader, raw, noun, items.length);
  }
  return present({
    guarantees: guarantees.map(({ value }): Guarantee => {
      const { challenger, protege } = value;
      const guarantors = ids(reader, value, "guarantors", "party");
      sides(reader, value, "challenger", "protege");
      for (const key of ["challenger", "protege"] as const)
        if (guarantors.includes(value[key])) reportSame(reader, value, key, "one of the guarantors");
      return present({
        ...identity(value),
        challenger,
        protege,
        guarantors,
        parameters: parametersAt(reader, value, guaranteeParameters, evidence),
        postures: posturesOf(reader, value),
        note: value.note,
      });
    }),
    limits: limits.map(({ value }): MonitoredLimit => {
      sides(reader, value, "holder", "inspector");
      return present({
        ...identity(value),
        holder: value.holder,
        inspector: value.inspector,
        when: conditionAt(reader, value, "if"),
        parameters: parametersAt(reader, value, limitParameters, evidence),
        note: value.note,
      });
    }),
    shifts: shifts.map(({ value }): PowerShift => {
      sides(reader, value, "declining", "rising");
      return present({
        ...identity(value),
        declining: value.declining,
        rising: value.rising,
        when: conditionAt(reader, value, "if"),
        parameters: parametersAt(reader, value, shiftParameters, evidence),
        note: value.note,
      });
    }),
    aftermath: raw.aftermath && buildAftermath(reader, raw.aftermath, names, evidence),
    evidence,
  });
}

function identity({ id, name }: { readonly id: string; readonly name?: string | undefined }) {
  return { id, name: name ?? nameFromId(id) };
}

function posturesOf(reader: Reader, raw: RawGuarantee): readonly Posture[] {
  const items = many<{ id: string; name?: string; set?: Record<string, string> }>(reader, raw, "postures");
  checkDistinct(reader, items, "postures");
  return items.map(({ value }) => ({ ...identity(value), set: choicesOf(reader, value.set) }));
}

/** The two parties of a model: known, and not one and the same. */
function sides<Key extends string>(reader: Reader, raw: Readonly<Record<Key, PartyId>>, first: Key, second: Key): void {
  for (const key of [first, second]) checkName(reader, "party", raw[key], () => reader.document.at(raw, key));
  if (raw[first] === raw[second]) reportSame(reader, raw, second, `the ${first} too`);
}

function reportSame<Key extends string>(
  { document, diagnostics }: Reader,
  raw: Readonly<Record<Key, PartyId>>,
  key: Key,
  also: string,
): void {
  diagnostics.error("same-party", document.at(raw, key), () => ({
    message: `"${raw[key]}" is the ${key} here and ${also}.`,
    fix: "Name two different parties.",
  }));
}

function checkCount(reader: Reader, raw: object, key: string, size: number): void {
  if (size <= most.models) return;
  reader.diagnostics.error("too-many", reader.document.keyAt(raw, key), () => ({
    message: `There are ${size} ${key} here; at most ${most.models} are read.`,
    fix: "Split the scenario, or merge entries that say the same.",
  }));
}
