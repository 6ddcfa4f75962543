import type { Spread } from "#elicitation";

type SpreadBarProps = {
  readonly spread: Spread;
  readonly least?: number;
  readonly most: number;
  /** A line across, such as what no deal is worth. */
  readonly mark?: number;
};

/** Nine draws in ten as a bar, the middle one as a dot, along a common scale. The numbers stand beside it. */
export function SpreadBar({ spread, least = 0, most, mark }: SpreadBarProps) {
  const along = (value: number): number => Math.min(100, Math.max(0, ((value - least) / (most - least || 1)) * 100));
  const [low, high] = [along(spread.low), along(spread.high)];
  return (
    <span className="prepare-bar" aria-hidden="true">
      {mark === undefined ? null : (
        <span className="prepare-bar-mark" style={{ insetInlineStart: `${along(mark)}%` }} />
      )}
      <span className="prepare-bar-span" style={{ insetInlineStart: `${low}%`, inlineSize: `${high - low}%` }} />
      <span className="prepare-bar-dot" style={{ insetInlineStart: `${along(spread.mid)}%` }} />
    </span>
  );
}
