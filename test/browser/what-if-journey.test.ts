import { expect, test } from "vitest";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { answered } from "./deal-steps.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();

test("a number that a party cannot have is told while it is typed, and forgotten when the field is left", async () => {
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open("/s/textbook~harbour-town");
  await answered(page);
  await page.getByRole("tab", { name: "What if" }).click();
  const field = page.getByRole("spinbutton", { name: "Reservation value of Lantern Ferry Line, as a number" });
  const written = await field.inputValue();
  const said = async () => ({
    typed: await field.inputValue(),
    invalid: await field.getAttribute("aria-invalid"),
    why: await field.evaluate(
      (input) => document.getElementById(input.getAttribute("aria-describedby") ?? "")?.innerText,
    ),
  });
  for (const typed of ["101", "1e9", "-5", ""]) {
    await field.fill(typed);
    expect(await said()).toEqual({ typed, invalid: "true", why: "A number from 0 to 100." });
    await field.blur();
    expect(await said()).toEqual({ typed: written, invalid: "false", why: undefined });
  }
  await page.getByText("Everything is as the scenario says.").waitFor();

  // the last good one counts: of 1000, typed key by key, that is 100
  await field.fill("");
  await field.pressSequentially("1000");
  expect(await said()).toMatchObject({ typed: "1000", invalid: "true" });
  await field.blur();
  expect(await said()).toEqual({ typed: "100", invalid: "false", why: undefined });
  await page
    .getByText(/Lantern Ferry Line: reservation value 100.* instead of 54/)
    .first()
    .waitFor();
  visited.expectQuiet();
  await visited.close();
});
