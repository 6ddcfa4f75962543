import { describe, expect, test } from "vitest";
import { emptyDraft, type SheetDraft } from "#elicitation";
import type { Agenda } from "#model";
import { readSealedContent, writeSealedContent } from "./sealed-content.ts";
import { isSealed, seal, unseal } from "./sealing.ts";
import { suggestPassphrase } from "./suggest-passphrase.ts";

const agenda = { id: "two" } as Agenda; // all that an empty draft takes from it
const draft: SheetDraft = {
  ...emptyDraft(agenda, "A", "Staff of the delegation"),
  statements: [{ id: "most", kind: "matters-most", issue: "price", note: "щось таємне" }],
};
const content = writeSealedContent({
  schema: "entente.draft/1",
  name: "Alpha, first version",
  draft,
  sheet: "party: A\n",
});
const passphrase = "correct horse battery staple";
/** Guessing is made cheap here, so that the tests are quick; the page leaves it hard. */
const quick = 4;

describe("a sealed sheet", () => {
  test("opens with its passphrase as it was written, and shows nothing of it before", async () => {
    const file = await seal(content, passphrase, quick);
    expect(isSealed(file)).toBe(true);
    expect(new TextDecoder("latin1").decode(file)).not.toContain("price");
    const opened = await unseal(file, passphrase);
    expect(opened).toEqual({ ok: true, text: content });
    expect(opened.ok && readSealedContent(opened.text)).toEqual({
      schema: "entente.draft/1",
      name: "Alpha, first version",
      draft,
      sheet: "party: A\n",
    });
  });

  test("does not open with another passphrase, and says that this is why", async () => {
    const file = await seal(content, passphrase, quick);
    expect(await unseal(file, "Correct horse battery staple")).toEqual({ ok: false, why: "wrong-passphrase" });
  });

  test("whose content was changed or cut is told from one with a wrong passphrase", async () => {
    const file = await seal(content, passphrase, quick);
    const flipped = file.slice();
    flipped[flipped.length - 5]! ^= 1;
    expect(await unseal(flipped, passphrase)).toEqual({ ok: false, why: "damaged" });
    expect(await unseal(file.subarray(0, file.length - 20), passphrase)).toEqual({ ok: false, why: "damaged" });
    expect(await unseal(file.subarray(0, 60), passphrase)).toEqual({ ok: false, why: "damaged" });
  });

  test("is told from any other file", async () => {
    const file = new TextEncoder().encode("party: A\nkind: own\n");
    expect(isSealed(file)).toBe(false);
    expect(await unseal(file, passphrase)).toEqual({ ok: false, why: "not-age" });
  });

  test("may be sealed text of another program, which is no sheet", () => {
    expect(readSealedContent("hello")).toBeUndefined();
    expect(
      readSealedContent('{"schema":"entente.draft/1","name":"x","draft":{"schema":"entente.sheet-draft/1"}}'),
    ).toBeUndefined();
    expect(readSealedContent('{"schema":"entente.draft/2"}')).toBeUndefined();
  });
});

describe("a suggested passphrase", () => {
  test("has six words that can be read aloud, and is another one each time", () => {
    const one = suggestPassphrase();
    expect(one).toMatch(/^([bdfghklmnprstvwz][aeiou]){2}(-([bdfghklmnprstvwz][aeiou]){2}){5}$/);
    expect(suggestPassphrase()).not.toBe(one);
  });
});
