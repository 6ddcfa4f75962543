import type { Quantity } from "#model";
import type { RawQuantity } from "../schema/scalars.ts";
import { checkRange } from "./judgement.ts";
import { entries, type Reader } from "./reader.ts";

/** Units a name may end in after an underscore. */
export const knownUnits = [
  "mm",
  "cm",
  "m",
  "km",
  "nm",
  "km2",
  "m2",
  "ha",
  "m3",
  "bcm",
  "seconds",
  "minutes",
  "hours",
  "days",
  "weeks",
  "months",
  "years",
  "percent",
  "pct",
  "share",
  "people",
  "persons",
  "troops",
  "brigades",
  "aircraft",
  "vessels",
  "tonnes",
  "barrels",
  "mw",
  "gw",
  "eur",
  "eur_m",
  "eur_bn",
  "usd",
  "usd_m",
  "usd_bn",
  "gbp",
  "gbp_m",
  "gbp_bn",
] as const;

/** `depth_km` is in km, `fund_eur_bn` in eur_bn; `troops` is its own unit. */
export function unitOf(name: string): string {
  let unit: string | undefined;
  for (const known of knownUnits) if (name.endsWith(`_${known}`) && known.length > (unit?.length ?? 0)) unit = known;
  return unit ?? name;
}

export function quantitiesOf(
  reader: Reader,
  raw: Readonly<Record<string, RawQuantity>> | undefined,
): readonly Quantity[] {
  return entries(reader, raw).map(({ key, value, at }) => {
    const [low, high] = Array.isArray(value) ? value : [value, value];
    checkRange(reader, { low, mid: low, high }, at);
    return { name: key, low, high, unit: unitOf(key) };
  });
}
