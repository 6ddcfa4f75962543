import type { Share } from "#prelude";
import { fixed, percent } from "#report";
import { useWords } from "../../words/words.tsx";

export function intervalWords({ low, high }: Pick<Share, "low" | "high">): string {
  return `${fixed(low * 100, 1)} to ${percent(high)}`;
}

/** A share on a line from none to all, its 95 % interval around it. */
export function ShareTrack({ share }: { readonly share: Share }) {
  const words = useWords();
  return (
    <span
      className="sure-share"
      title={words("sure.packages.interval", { share: percent(share.share), interval: intervalWords(share) })}
    >
      <span className="sure-track" aria-hidden="true">
        <span
          className="sure-whisker"
          style={{ insetInlineStart: `${share.low * 100}%`, inlineSize: `${(share.high - share.low) * 100}%` }}
        />
        <span className="sure-dot" style={{ insetInlineStart: `${share.share * 100}%` }} />
      </span>
      <data value={share.share} className="value">
        {percent(share.share)}
      </data>
    </span>
  );
}
