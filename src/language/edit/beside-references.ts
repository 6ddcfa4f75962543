import type { Path } from "./path.ts";
import {
  child,
  choices,
  collector,
  condition,
  each,
  entries,
  type Mention,
  many,
  type Plain,
  parties,
  type Report,
  sourcesIn,
  textOf,
} from "./references.ts";
import type { YamlValue } from "./yaml-value.ts";

/** Every mention in durability.yaml of what scenario.yaml declares. */
export function durabilityMentions(durability: YamlValue): readonly Mention[] {
  const { found, report } = collector();
  const at = (key: string) => child(durability, key);
  sourcesIn(at("evidence"), ["evidence"], report);
  const models: Readonly<Record<string, readonly string[]>> = {
    guarantees: ["challenger", "protege", "guarantors"],
    limits: ["holder", "inspector"],
    shifts: ["declining", "rising"],
  };
  for (const [section, roles] of Object.entries(models))
    for (const [model, path] of many(at(section), [section])) {
      for (const role of roles) parties(child(model, role), [...path, role], report);
      condition(child(model, "if"), [...path, "if"], report);
      for (const [, parameterPath, parameter] of entries(child(model, "parameters"), [...path, "parameters"]))
        for (const [one, casePath] of many(parameter, parameterPath)) caseOf(one, casePath, report);
      for (const [posture, posturePath] of many(child(model, "postures"), [...path, "postures"]))
        choices(child(posture, "set"), [...posturePath, "set"], report);
    }
  aftermath(at("aftermath"), ["aftermath"], report);
  return found;
}

function aftermath(value: Plain, path: Path, report: Report): void {
  for (const [obligation, own] of many(child(value, "obligations"), [...path, "obligations"])) {
    parties(child(obligation, "party"), [...own, "party"], report);
    condition(child(obligation, "if"), [...own, "if"], report);
    condition(child(child(obligation, "breach"), "if"), [...own, "breach", "if"], report);
    for (const [lever, leverPath] of many(child(obligation, "responses"), [...own, "responses"])) {
      parties(child(lever, "party"), [...leverPath, "party"], report);
      condition(child(lever, "if"), [...leverPath, "if"], report);
    }
  }
  for (const [party, own, statements] of entries(child(value, "statements"), [...path, "statements"])) {
    report(own, "key", { kind: "party", id: party });
    for (const [statement, statementPath] of many(statements, own)) caseOf(statement, statementPath, report);
  }
}

/** What has a condition and sources of its own. */
function caseOf(value: Plain, path: Path, report: Report): void {
  condition(child(value, "if"), [...path, "if"], report);
  sourcesIn(value, path, report);
}

/** Every mention in map/layers.yaml of what scenario.yaml declares. */
export function layersMentions(layers: YamlValue): readonly Mention[] {
  const { found, report } = collector();
  const issue = (value: Plain, path: Path) => each(value, path, (id) => ({ kind: "issue", id }), report);
  sourcesIn(child(layers, "evidence"), ["evidence"], report);
  for (const [tier, path] of many(child(layers, "tiers"), ["tiers"])) {
    const at = (key: string) => child(tier, key);
    for (const key of ["party", "parties"]) parties(at(key), [...path, key], report);
    for (const key of ["depth", "patrol", "issue", "limits"]) issue(at(key), [...path, key]);
    for (const [party, sidePath] of entries(at("sides"), [...path, "sides"]))
      report(sidePath, "key", { kind: "party", id: party });
    for (const [id, optionPath, sides] of entries(at("depths"), [...path, "depths"])) {
      report(optionPath, "key", { kind: "option", issue: textOf(at("depth")) ?? "", id });
      for (const [party, sidePath] of entries(sides, optionPath)) report(sidePath, "key", { kind: "party", id: party });
    }
    for (const [id, optionPath] of entries(at("areas"), [...path, "areas"]))
      report(optionPath, "key", { kind: "option", issue: textOf(at("issue")) ?? "", id });
    for (const key of ["published_km", "troops_per_brigade"]) sourcesIn(at(key), [...path, key], report);
  }
  return found;
}

/**
 * A GeoJSON file with a source renamed wherever a feature names it, and how often it does. In the text, because JSON needs
 * quotes where the language needs none; an id holds nothing that JSON would escape.
 */
export function sourceInShapes(
  text: string,
  id: string,
  to: string,
): { readonly text: string; readonly mentions: number } {
  let mentions = 0;
  const renamed = text.replace(/"sources"\s*:\s*(?:\[[^\]]*\]|"[^"]*")/g, (list) =>
    list.replace(/(:\s*|[[,]\s*)"([^"]*)"/g, (item, before: string, own: string) => {
      if (own !== id) return item;
      mentions++;
      return `${before}"${to}"`;
    }),
  );
  return { text: renamed, mentions };
}
