import type { SourceId } from "#model";
import { plainText } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";

/** Where a session or an event is from, one click away. */
export function SessionSources({
  sources,
  short = false,
}: {
  readonly sources: readonly SourceId[];
  readonly short?: boolean;
}) {
  const { names } = useDeal();
  const words = useWords();
  if (sources.length === 0) return <span className="small soft">–</span>;
  return (
    <span className="small timeline-sources">
      {sources.map((source) => {
        const name = plainText(names.source(source));
        return (
          <ShowEvidence key={source} of={{ kind: "source", source }}>
            {short ? (
              <>
                <span aria-hidden="true">{words("timeline.source")}</span>
                <span className="unseen">{words("timeline.source.title", { name })}</span>
              </>
            ) : (
              <bdi>{name}</bdi>
            )}
          </ShowEvidence>
        );
      })}
    </span>
  );
}
