import type { MapFeature } from "#model";
import type { Names } from "../build/names.ts";
import { collectDiagnostics, type Diagnostics } from "../diagnostics.ts";
import { forbiddenCharacters } from "../text/forbidden-character.ts";
import { quickJson } from "../text/quick-json.ts";
import { readText } from "../text/readable-text.ts";
import { readYaml, type YamlDocument } from "../text/yaml-document.ts";
import { reportBrokenJson } from "./broken-json.ts";
import type { Room } from "./geometry.ts";
import { type FeatureNames, readFeatures } from "./read-features.ts";

/** A file with more positions has too many words for `readYaml`, whose word goes. */
const mostQuickly = 50_000;

/**
 * The features of one GeoJSON file. One without a mistake is read as JSON, which is fast; every other is read again with
 * the places of its parts, so that each mistake is reported where it stands.
 */
export function readShapes(
  file: string,
  content: string | Uint8Array,
  names: Names | undefined,
  diagnostics: Diagnostics,
  seen: FeatureNames,
  room: Room,
): readonly MapFeature[] {
  const before = { places: new Set(seen.places.keys()), complete: seen.complete, ...room };
  const quick = collectDiagnostics();
  const document = withoutPlaces(file, content);
  if (document) {
    const features = readFeatures({ document, names, diagnostics: quick }, seen, room);
    if (quick.sorted().length === 0 && before.positions - room.positions <= mostQuickly) return features;
    for (const id of [...seen.places.keys()]) {
      if (before.places.has(id)) continue;
      seen.places.delete(id);
      seen.geometries.delete(id);
    }
    seen.complete = before.complete;
    room.positions = before.positions;
    room.features = before.features;
  }
  // JSON is YAML too; what is not JSON is told in JSON's terms
  const located = reportBrokenJson(file, content, diagnostics) ? undefined : readYaml(file, content, diagnostics);
  if (located) return readFeatures({ document: located, names, diagnostics }, seen, room);
  seen.complete = false;
  return [];
}

/** The document of a text that nothing is to be said of; undefined of one that `readYaml` must look at. */
function withoutPlaces(file: string, content: string | Uint8Array): YamlDocument | undefined {
  const text = readText(file, content, collectDiagnostics());
  // an escape may stand for a character that is forbidden
  if (text === undefined || text.includes("\\u") || forbiddenCharacters(text).length > 0) return undefined;
  const raw = quickJson(text);
  if (raw === undefined) return undefined;
  const start = { file, line: 1, column: 1 };
  return {
    file,
    raw,
    start: () => start,
    at: () => start,
    keyAt: () => start,
    keys: (container) => Object.keys(container),
    plainText: () => undefined,
  };
}
