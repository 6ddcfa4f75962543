import { readdirSync, readFileSync } from "node:fs";
import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import { english } from "./en/index.ts";
import { roomEnglish } from "./room-english.ts";

/** By area, the ids as they stand in its file: an object made of the file would hide one that stands there twice. */
const areas = readdirSync(new URL("en", import.meta.url))
  .filter((name) => name !== "index.ts")
  .map((file) => {
    const text = readFileSync(new URL(`en/${file}`, import.meta.url), "utf8");
    return { area: file.replace(/\.ts$/, ""), ids: [...text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, id]) => id!) };
  });
const catalogue: Readonly<Record<string, string>> = { ...english, ...roomEnglish };
const messages = Object.entries(catalogue);

test("every area is in the catalogue, and no id stands twice", () => {
  const ids = areas.flatMap((area) => area.ids);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(Object.keys(catalogue).sort()).toEqual([...ids].sort());
});

test("an id begins with the name of its area's file", () => {
  const strays = areas.flatMap(({ area, ids }) => ids.filter((id) => !id.startsWith(`${area}.`)));
  expect(strays).toEqual([]);
});

describe("every message", () => {
  // no plural, one, several, and a number that is grouped
  test.each([0, 1, 2, 12_345])("is well formed, and says something of %i", (number) => {
    expect(messages.flatMap(([id]) => faultsOf(catalogue, id, number))).toEqual([]);
  });

  test("has no stray space, straight quotation mark or three dots", () => {
    const careless = messages.filter(
      ([id, text]) => / {2}|"|\.\.\.|\w'\w/.test(text) || (/^\s|\s$/.test(text) && !isPiece(id)),
    );
    expect(careless).toEqual([]);
  });

  test("is in British spelling", () => {
    expect(messages.filter(([, text]) => american.test(text))).toEqual([]);
  });

  test("names a zone, an idea of Nash's and a share of draws by the glossary's words", () => {
    expect(messages.filter(([, text]) => isAgainstGlossary(text))).toEqual([]);
  });
});

describe("the checks of this file see", () => {
  test.each(["{count, plural, one {# issue}}", "{name", "<b>bold", "{count, plurals, other {#}}", ""])(
    "the broken message %j",
    (text) => {
      expect(faultsOf({ broken: text }, "broken", 2)).toHaveLength(1);
    },
  );

  test.each(["The color of it", "Analyzed in full", "a judgment", "recognized"])("American spelling in %j", (text) => {
    expect(american.test(text)).toBe(true);
  });

  test.each(["The zone is empty", "Zones", "Nash says", "the probability of peace", "the Nash product"])(
    "words that the glossary does not allow in %j",
    (text) => {
      expect(isAgainstGlossary(text)).toBe(true);
    },
  );

  test.each(["The agreement zone is empty", "a demilitarised zone", "Nash bargaining", "share of draws", "Eurozone"])(
    "nothing wrong in %j",
    (text) => {
      expect(isAgainstGlossary(text)).toBe(false);
      expect(american.test(text)).toBe(false);
    },
  );
});

const american =
  /\b(colors?|centers?|favor|behavior|neighbors?|labor|gray|judgments?|defense|canceled|labeled|modeled|catalogs?|analyz\w+|(?:organ|recogn|minim|maxim|summar|normal|demilitar|util|real)iz\w+)\b/i;

/** A piece of a sentence that is put together with names around it, and so begins or ends with a space. */
function isPiece(id: string): boolean {
  return /^(claims\.q|evidence\.title|prepare\.said)\./.test(id);
}

function isAgainstGlossary(text: string): boolean {
  const plain = text
    .replace(/\b(agreement|demilitarised|buffer|economic|limited-force) zones?\b/gi, "")
    .replace(/\bNash (bargaining|equilibri(um|a)|stability)\b/g, "");
  return /\bzones?\b|\bNash\b|\bprobability of\b/i.test(plain);
}

/** What react-intl complains of when the message is said with this number for every value. */
function faultsOf(catalogue: Readonly<Record<string, string>>, id: string, number: number): readonly string[] {
  const faults: string[] = [];
  const onError = (error: Error) => void faults.push(`${id}: ${error.message.split("\n")[0]}`);
  const intl = createIntl({ locale: "en-GB", messages: { ...catalogue }, onError });
  const names = [...catalogue[id]!.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => [name!, number] as const);
  const said = intl.formatMessage({ id }, Object.fromEntries(names));
  if (faults.length === 0 && typeof said === "string" && said.trim() === "") faults.push(`${id}: says nothing`);
  return faults;
}
