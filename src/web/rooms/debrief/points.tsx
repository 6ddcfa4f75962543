import { points, signedPoints } from "#report";
import "../../parts/value.css";

/** A number in points of one sheet, the exact one in the markup. Outside a scenario's page, so without evidence behind it. */
export function Points({
  value,
  scale,
  signed = false,
}: {
  readonly value: number;
  readonly scale: number;
  readonly signed?: boolean;
}) {
  return (
    <data className="value" value={value}>
      {signed ? signedPoints(value, scale) : points(value, scale)}
    </data>
  );
}
