import type { Agenda, Choices, PreferenceSheet } from "#model";
import { type Rational, toNumber } from "#prelude";
import type { Breach, Instant, Level, MandateCheck } from "#room";
import { ownCheck, type Papers } from "#seat";

/** What a package is to my delegation, by its own sheet and mandate. */
export type Worth = {
  /** In points of the sheet's scale; both ends alike when nothing is open. Absent without a sheet. */
  readonly value?: Ends;
  readonly surplus?: Ends;
  readonly change?: Ends;
  readonly scale: number;
  readonly breaches: readonly Breach[];
  readonly floorOpen: boolean;
  readonly linesBroken: MandateCheck["linesBroken"];
};

export type Ends = { readonly least: number; readonly most: number };

export type WorthQuestion = {
  readonly agenda: Agenda;
  readonly papers: Papers | undefined;
  readonly at: Instant;
  readonly level: Level;
  /** What is settled elsewhere already. */
  readonly settled: Choices;
};

/** Undefined when neither a sheet nor a mandate is open here. `base`: what the change is counted from. */
export function worthOf(
  { agenda, papers, at, level, settled }: WorthQuestion,
  choices: Choices,
  base?: Choices,
): Worth | undefined {
  const check = (one: Choices) => ownCheck(papers, agenda, one, at, { level, composition: settled });
  const checked = check(choices);
  if (!checked) return undefined;
  const { valued, value, surplus, breaches, floorOpen, linesBroken } = checked;
  const rest = { breaches, floorOpen, linesBroken, scale: openSheet(papers)?.scale ?? 100 };
  if (!valued) return rest;
  const ends = endsOf(value);
  const before = base && check(base);
  const was = before && endsOf(before.value);
  return {
    ...rest,
    value: ends,
    surplus: endsOf(surplus),
    ...(was ? { change: { least: ends.least - was.least, most: ends.most - was.most } } : {}),
  };
}

export function openSheet(papers: Papers | undefined): PreferenceSheet | undefined {
  return papers?.sheet === "unreadable" ? undefined : papers?.sheet;
}

function endsOf({ least, most }: { readonly least: Rational; readonly most: Rational }): Ends {
  return { least: toNumber(least), most: toNumber(most) };
}
