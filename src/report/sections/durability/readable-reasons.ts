import type { Agenda } from "#model";
import { withoutControls } from "../../plots/svg.ts";
import type { DurabilityContext } from "./durability-context.ts";

/**
 * The same with every reason naming issues as the agenda does: the engine knows their ids only ("E1_sanctions is open").
 */
export function withReadableReasons(context: DurabilityContext): DurabilityContext {
  const { durability, aftermath, scenario } = context;
  const readable = readableIn(scenario.agenda);
  return { ...context, durability: readable(durability), aftermath: readable(aftermath) };
}

function readableIn({ issues }: Agenda): <T>(value: T) => T {
  const names = new Map(issues.map(({ id, name }) => [id, name]));
  const listed = (list: string): string =>
    list
      .split(", ")
      .map((id) => (names.has(id) ? `“${withoutControls(names.get(id) ?? id)}”` : id))
      .join(", ");
  const named = (reason: string): string =>
    reason
      .replace(/([\w-]+(?:, [\w-]+)*)(?= is open)/g, listed)
      .replace(/(?<=open issue: )[\w-]+(?:, [\w-]+)*/g, listed);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === "reason" && typeof one === "string" ? named(one) : walk(one),
      ]),
    );
  };
  return <T>(value: T): T => walk(value) as T; // strings stay strings, all else is as it was
}
