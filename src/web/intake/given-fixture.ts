import type { Engine, InputOf, QuestionKind } from "#compute/browser";
import { formatScenario, parseScenario, readDomainFolder } from "#language";

/** A file as a picker gives it. */
export function fileOf(path: string, content: string | Uint8Array): File {
  const file = new File([content as BlobPart], path.slice(path.lastIndexOf("/") + 1)); // safe: text or bytes are parts
  Object.defineProperty(file, "webkitRelativePath", { value: path.includes("/") ? path : "" });
  return file;
}

const shipped = import.meta.glob<string>("../../../scenarios/**/*.{yaml,md,geojson}", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The files of a scenario that comes with Entente, by path. */
export function shippedFiles(name: string, prefix = ""): Record<string, Uint8Array> {
  const folder = `../../../scenarios/${name}/`;
  const own = Object.entries(shipped).filter(([path]) => path.startsWith(folder));
  return Object.fromEntries(
    own.map(([path, text]) => [prefix + path.slice(folder.length), new TextEncoder().encode(text)]),
  );
}

/** The engine's three questions that intake asks, answered at once. */
export const plainEngine: Pick<Engine, "ask"> = {
  ask: ((kind: QuestionKind, input: unknown) => ({
    answer: (async () => {
      // safe: each question is asked with its own input
      if (kind === "read") return parseScenario((input as InputOf<"read">).files);
      if (kind === "write") return formatScenario((input as InputOf<"write">).scenario);
      const { files, choose } = input as InputOf<"import-domain">;
      return readDomainFolder(files, choose);
    })(),
    finish: () => undefined,
    drop: () => undefined,
  })) as Engine["ask"],
};

export const geniusDomain = `<negotiation_template><utility_space><objective index="0" etype="objective" type="objective" name="Trade">
<issue index="1" name="Price" etype="discrete" type="discrete" vtype="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
<issue index="2" name="Date" etype="discrete" type="discrete" vtype="discrete"><item index="1" value="soon"/><item index="2" value="late"/></issue>
</objective></utility_space></negotiation_template>`;

export function geniusProfile(price: readonly [number, number]): string {
  return `<utility_space><objective index="0" etype="objective" type="objective" name="Trade">
<issue index="1" name="Price" etype="discrete" type="discrete" vtype="discrete"><item index="1" value="low" evaluation="${price[0]}"/><item index="2" value="high" evaluation="${price[1]}"/></issue>
<issue index="2" name="Date" etype="discrete" type="discrete" vtype="discrete"><item index="1" value="soon" evaluation="1"/><item index="2" value="late" evaluation="2"/></issue>
<weight index="1" value="0.6"/><weight index="2" value="0.4"/></objective></utility_space>`;
}
