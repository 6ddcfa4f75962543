import type { Locator } from "playwright-core";

/** The number behind a shown one: `<data value="-29.6">−29.6</data>`. Throws when there is none. */
export async function exactValue(shown: Locator): Promise<number> {
  return numberOf(await shown.getAttribute("value"));
}

/** The numbers behind all that the locator finds, in the page's order. */
export async function exactValues(shown: Locator): Promise<number[]> {
  const values = await shown.evaluateAll((found) => found.map((one) => one.getAttribute("value")));
  return values.map(numberOf);
}

function numberOf(text: string | null): number {
  if (text === null || text === "" || !Number.isFinite(Number(text))) throw new Error(`"${text}" is no exact number.`);
  return Number(text);
}
