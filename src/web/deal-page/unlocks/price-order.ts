import type { RedLinePrice } from "#analysis";

/** Dearest first, and apart from them those without which nothing that is known changes. */
export function priceOrder(
  prices: readonly RedLinePrice[],
  zoneEmpty: boolean,
): { readonly priced: readonly RedLinePrice[]; readonly free: readonly RedLinePrice[] } {
  return {
    priced: prices.filter((price) => !isFree(price, zoneEmpty)).sort((a, b) => priceTogether(b) - priceTogether(a)),
    free: prices.filter((price) => isFree(price, zoneEmpty)),
  };
}

export const priceColumns = ["zone", "utilitarian", "egalitarian", "nash", "count"] as const;
export type PriceColumn = (typeof priceColumns)[number];

/** The columns that say anything: a criterion no line has a number for, or a zone that stays as it is, gets none. */
export function columnsWithNews(prices: readonly RedLinePrice[], zoneEmpty: boolean): readonly PriceColumn[] {
  const news: Readonly<Record<PriceColumn, (price: RedLinePrice) => boolean>> = {
    zone: ({ zoneWithout }) => zoneWithout.status !== "exact" || zoneWithout.value === zoneEmpty,
    utilitarian: ({ gain }) => gain.utilitarian !== undefined,
    egalitarian: ({ gain }) => gain.egalitarian !== undefined,
    nash: ({ gain }) => gain.nashProductRatio !== undefined,
    count: ({ countRatio }) => countRatio !== undefined,
  };
  return priceColumns.filter((column) => prices.some(news[column]));
}

/** What all parties' best results would gain together. */
export function priceTogether(price: RedLinePrice): number {
  return Object.values(price.idealGain).reduce((sum, gain) => sum + gain, 0);
}

function isFree({ zoneWithout, gain, idealGain, countRatio }: RedLinePrice, zoneEmpty: boolean): boolean {
  if (zoneWithout.status !== "exact" || zoneWithout.value === zoneEmpty) return false;
  return ![
    ...Object.values(idealGain),
    gain.utilitarian ?? 0,
    gain.egalitarian ?? 0,
    (gain.nashProductRatio ?? 1) - 1,
    (countRatio ?? 1) - 1,
  ].some((by) => Math.abs(by) > 1e-9);
}
