import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small domain of our own in GENIUS's format: two issues, a buyer and a seller. A temporary folder; remove it. */
export function geniusFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "entente-genius-"));
  writeFileSync(join(folder, "orchard.xml"), space());
  writeFileSync(join(folder, "orchard_buyer.xml"), space({ price: [3, 2, 0], harvest: [1, 4], weights: [0.7, 0.3] }));
  writeFileSync(join(folder, "orchard_seller.xml"), space({ price: [0, 2, 4], harvest: [3, 1], weights: [0.6, 0.4] }));
  return folder;
}

type Profile = {
  readonly price: readonly [number, number, number];
  readonly harvest: readonly [number, number];
  readonly weights: readonly [number, number];
};

function space(profile?: Profile): string {
  const issue = (index: number, name: string, items: readonly string[], evaluations?: readonly number[]): string => {
    const lines = items.map((value, at) => {
      const evaluation = evaluations ? ` evaluation="${evaluations[at]}"` : "";
      return `<item index="${at + 1}" value="${value}"${evaluation}/>`;
    });
    return `<issue index="${index}" name="${name}" etype="discrete" type="discrete" vtype="discrete">${lines.join("")}</issue>`;
  };
  const weights = profile?.weights.map((value, at) => `<weight index="${at + 1}" value="${value}"/>`).join("") ?? "";
  const inner = [
    `<utility_space><objective index="0" etype="objective" type="objective" name="Orchard">`,
    issue(1, "Price", ["low", "middle", "high"], profile?.price),
    issue(2, "Harvest", ["buyer picks", "seller picks"], profile?.harvest),
    `${weights}</objective></utility_space>`,
  ].join("\n");
  return profile ? inner : `<negotiation_template>${inner}</negotiation_template>`;
}
