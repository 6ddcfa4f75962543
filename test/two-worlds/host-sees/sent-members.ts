import { z } from "zod";

type Schema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly const?: unknown;
};

/** Every member that a message can have, by path: "words.sealed", "conditions[].issue", "wordKeys[seat]". */
export function sentMembers(message: z.ZodType): readonly string[] {
  return [...new Set(pathsOf(schemaOf(message), ""))].sort();
}

/** The alternatives of a message that is told apart by one member: "say" and what else may be in it. */
export function alternatives(message: z.ZodType, by: string): ReadonlyMap<string, readonly string[]> {
  const { oneOf, anyOf } = schemaOf(message);
  return new Map(
    (oneOf ?? anyOf ?? []).map((one) => {
      const { [by]: name, ...rest } = one.properties ?? {};
      return [String(name?.const), [...new Set(pathsOf({ ...one, properties: rest }, ""))].sort()];
    }),
  );
}

function schemaOf(message: z.ZodType): Schema {
  return z.toJSONSchema(message, { unrepresentable: "any", io: "input" }) as Schema; // the part of JSON Schema that zod writes
}

function pathsOf(schema: Schema, path: string): readonly string[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((choice) => pathsOf(choice, path));
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, member]) =>
      pathsOf(member, path === "" ? name : `${path}.${name}`),
    );
  }
  if (schema.items) return pathsOf(schema.items, `${path}[]`);
  if (typeof schema.additionalProperties === "object") return pathsOf(schema.additionalProperties, `${path}[…]`);
  return path === "" ? [] : [path];
}
