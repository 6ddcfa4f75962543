import * as z from "zod";
import { guaranteeParameters, limitParameters, shiftParameters } from "#model";
import { snakeCase } from "../snake-case.ts";
import { condition, evidence, id, judgement, keyed, oneOrMany, someOf, text } from "./scalars.ts";

const parameterCase = keyed({
  if: condition.optional(),
  value: judgement.optional(),
  placeholder: judgement.optional(),
  ...evidence,
}).refine((one) => Object.keys(one).length > 0, {
  // a map without any key of a case was meant as a judgement, and is told what a judgement lacks
  abort: true,
  params: { code: "value-or-placeholder" },
});

const parameter = z.union([...judgement.options, parameterCase, z.array(parameterCase).min(1)]).meta({
  description:
    "A judgement; or { value | placeholder, evidence... }; or a list of these, each with `if`: the first case that the settlement meets counts.",
});

const note = text.optional();
const name = text.optional();

const guarantee = keyed({
  id,
  name,
  challenger: id,
  protege: id,
  guarantors: someOf(id),
  note,
  parameters: parametersOf(guaranteeParameters).optional(),
  postures: oneOrMany(keyed({ id, name, set: z.record(id, id).optional() })).optional(),
});

const limit = keyed({
  id,
  name,
  holder: id,
  inspector: id,
  if: condition.optional(),
  note,
  parameters: parametersOf(limitParameters).optional(),
});

const shift = keyed({
  id,
  name,
  declining: id,
  rising: id,
  if: condition.optional(),
  note,
  parameters: parametersOf(shiftParameters).optional(),
});

const leverKind = z.enum(["violate", "suspend", "snap-back", "intervene", "withdraw"]);
const lever = { id, name, if: condition.optional(), irreversible: z.boolean().optional() };

const obligation = keyed({
  id,
  name,
  party: id,
  if: condition.optional(),
  breach: keyed({ ...lever, kind: leverKind.optional() }),
  responses: oneOrMany(keyed({ ...lever, party: id, kind: leverKind })).optional(),
});

const leverCondition = someOf(z.record(id, z.boolean())).meta({
  description: "Levers, each true (taken) or false; all must hold together. A list of these: any of them holds.",
});

const aftermath = keyed({
  obligations: oneOrMany(obligation).optional(),
  impossible: oneOrMany(leverCondition).optional(),
  statements: z
    .record(id, oneOrMany(keyed({ that: leverCondition, if: condition.optional(), ...evidence })))
    .optional(),
});

/** The shape of durability.yaml. Names of other things and meaning are checked after it. */
export const durabilityFile = keyed({
  schema: z.literal("entente.durability/1"),
  evidence: keyed(evidence).optional(),
  guarantees: oneOrMany(guarantee).optional(),
  limits: oneOrMany(limit).optional(),
  shifts: oneOrMany(shift).optional(),
  aftermath: aftermath.optional(),
});

/** Every parameter of the table under its name in the language; none must be there. */
function parametersOf(table: Readonly<Record<string, { readonly name: string }>>) {
  return keyed(
    Object.fromEntries(
      Object.entries(table).map(([key, { name: description }]) => [
        snakeCase(key),
        parameter.optional().meta({ description }),
      ]),
    ),
  );
}

export type RawDurability = z.infer<typeof durabilityFile>;
export type RawParameter = z.infer<typeof parameter>;
export type RawCase = z.infer<typeof parameterCase>;
export type RawGuarantee = z.infer<typeof guarantee>;
export type RawLimit = z.infer<typeof limit>;
export type RawShift = z.infer<typeof shift>;
export type RawAftermath = z.infer<typeof aftermath>;
export type RawObligation = z.infer<typeof obligation>;
