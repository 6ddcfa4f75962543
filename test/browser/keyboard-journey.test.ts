import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { composerOf } from "./composer.ts";
import { answered } from "./deal-steps.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();

test("from the library through the composer with the keyboard alone, the focus visible all the way", async () => {
  const visited = await visit(browser(), workbench().address, { reducedMotion: true });
  const { page } = visited;
  const composer = composerOf(page);
  const { keyboard } = page;
  await visited.open("/");
  await page
    .getByRole("link", { name: /Essequibo/ })
    .first()
    .waitFor();

  // the first stop leads past the frame
  await keyboard.press("Tab");
  expect((await focused(page)).name).toBe("To the main part");
  await tabTo(page, /Essequibo/);
  await keyboard.press("Enter");
  await answered(page);
  expect(page.url()).toContain("/s/essequibo-2025");

  // the focus has arrived at the answer; past the rest of the page into the inspector
  await expect.poll(async () => (await focused(page)).what).toMatch(/^h1/);
  await tabTo(page, "To the inspector", "Shift+Tab");
  await keyboard.press("Enter");
  await tabTo(page, "Compose");
  // its tabs are one stop, arrows go between them
  await keyboard.press("ArrowRight");
  expect((await focused(page)).name).toBe("What if");
  await keyboard.press("ArrowLeft");
  expect((await focused(page)).name).toBe("Compose");
  await page.getByRole("combobox", { name: "Begin with" }).waitFor();

  // another option of the first issue; its lock stands right after it
  const issue = composer.issue("I1_forum");
  const label = await issue.locator("label").first().innerText();
  await tabTo(page, label);
  const before = { option: await issue.locator("select").inputValue(), value: await composer.value("GY") };
  await keyboard.press(before.option === (await lastOption(page)) ? "ArrowUp" : "ArrowDown");
  const changed = { option: await issue.locator("select").inputValue(), value: await composer.value("GY") };
  expect(changed.option).not.toBe(before.option);
  expect(changed.value).not.toBe(before.value);
  expect((await focused(page)).name).toBe(label);
  await keyboard.press("Tab");
  expect((await focused(page)).name).toBe(`Lock ${label}`);
  await keyboard.press("Space");
  expect(await issue.getByRole("button", { name: `Lock ${label}` }).getAttribute("aria-pressed")).toBe("true");

  // back to what fills in the rest, keeping only the lock
  await tabTo(page, /^Complete this package$/, "Shift+Tab");
  await keyboard.press("Enter");
  await tabTo(page, /^Best for$/);
  await tabTo(page, /^Everything chosen/);
  await keyboard.press("ArrowDown");
  expect((await focused(page)).name).toBe("Only what is locked (1)");
  await tabTo(page, /^Complete$/);
  await keyboard.press("Enter");
  await page.getByText(/issues set\. Undo takes it back/).waitFor();
  const completed = await choices(page);
  expect(completed.I1_forum).toBe(changed.option);
  expect(await page.locator('.compose-standing[data-verdict="refuses"]').count()).toBe(0);

  // undo and redo, by shortcut and by button, leave the focus where it was
  const stop = (await focused(page)).name;
  await keyboard.press("Control+z");
  expect(await choices(page)).not.toEqual(completed);
  await keyboard.press("Control+Shift+Z");
  expect(await choices(page)).toEqual(completed);
  expect((await focused(page)).name).toBe(stop);
  await tabTo(page, /^Undo$/, "Shift+Tab");
  await keyboard.press("Enter");
  expect(await choices(page)).not.toEqual(completed);
  expect((await focused(page)).name).toBe("Undo");
  await tabTo(page, /^Redo$/);
  await keyboard.press("Space");
  expect(await choices(page)).toEqual(completed);

  // a name, and saved
  await tabTo(page, /^Name$/, "Shift+Tab");
  await keyboard.press("Control+a");
  await keyboard.type("By keyboard");
  await tabTo(page, /^Save$/);
  await keyboard.press("Enter");
  await page.getByText("Saved as “By keyboard” in this browser.").waitFor();
  await page.locator("table.packages-table tbody tr", { hasText: "By keyboard" }).waitFor();
  visited.expectQuiet();
  await visited.close();
});

type Focused = { readonly name: string; readonly visible: boolean; readonly what: string };

/** What has the focus: the name a screen reader would say (near enough to find it), and whether it can be seen. */
async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null; // the page holds HTML and SVG; both have what is asked below
    if (!at || at === document.body) return { name: "", visible: true, what: "the document" };
    const labels = "labels" in at ? [...((at as HTMLInputElement).labels ?? [])] : []; // form fields have labels
    const name = at.getAttribute("aria-label") ?? labels[0]?.textContent ?? at.textContent ?? "";
    const outlined = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      const outline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && !/, 0\)$/.test(outlineColor);
      return outline || boxShadow !== "none";
    };
    const box = at.getBoundingClientRect();
    const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    const said = name.replaceAll(/\s+/g, " ").trim();
    return {
      name: said,
      visible: inside && outlined(at),
      what: `${at.tagName.toLowerCase()}.${at.className} "${said}"`,
    };
  });
}

/** Presses Tab until the named thing has the focus; every stop on the way must be visible. */
async function tabTo(page: Page, name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < 400; stops++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    expect(now.visible, `the focus can be seen on ${now.what}`).toBe(true);
    if (typeof name === "string" ? now.name === name : name.test(now.name)) return;
    passed.push(now.name.slice(0, 30));
  }
  throw new Error(`${name} is not reached by ${key}; passed: ${passed.slice(-60).join(" | ")}`);
}

async function lastOption(page: Page): Promise<string> {
  return page.evaluate(() => {
    const options = [...(document.activeElement as HTMLSelectElement).options]; // asked only while a select has the focus
    return options[options.length - 1]!.value;
  });
}

async function choices(page: Page): Promise<Record<string, string>> {
  const fields = await page
    .locator(".compose-issue")
    .evaluateAll((issues) =>
      issues.map(
        (issue) => [issue.getAttribute("data-issue") ?? "", issue.querySelector("select")?.value ?? ""] as const,
      ),
    );
  return Object.fromEntries(fields);
}
