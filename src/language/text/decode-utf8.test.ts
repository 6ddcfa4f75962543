import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeUtf8 } from "./decode-utf8.ts";

test("any text is decoded from its bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const bytes = new TextEncoder().encode(text);
      expect(decodeUtf8(bytes)).toEqual({ ok: true, text });
    }),
  );
});

test("bytes are refused exactly when a strict decoder refuses them", () => {
  let refused = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc1, 0xc3, 0xe0, 0xed, 0xa0, 0xf0, 0xf4, 0x90, 0xff)),
      (list) => {
        const bytes = Uint8Array.from(list);
        let expected: string | undefined;
        try {
          expected = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
        } catch {
          refused++;
        }
        const decoded = decodeUtf8(bytes);
        expect(decoded.ok ? decoded.text : undefined).toBe(expected);
      },
    ),
    { numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(100);
});

test("the text before the first bad byte is given, so that its place can be", () => {
  expect(decodeUtf8(Uint8Array.from([0x41, 0xc3, 0xa9, 0x0a, 0xff]))).toEqual({
    ok: false,
    before: "Aé\n",
    byte: 0xff,
  });
});
