import type { MapGeometry } from "#model";
import { partsOfLine, withShortSteps } from "./parts-of-line.ts";
import { kmBetween } from "./sphere.ts";

/**
 * How long a line is, in km on the sphere of `sphere.ts`; 0 for points and areas. Only for shapes in which
 * `shapeTrouble` found nothing. A coarse line is shorter than what it stands for.
 */
export function lengthKm(line: MapGeometry): number {
  const steps = partsOfLine(line).flatMap((part) =>
    withShortSteps(part, 25).map((point, index, points) => (index === 0 ? 0 : kmBetween(points[index - 1]!, point))),
  );
  return steps.reduce((sum, km) => sum + km, 0);
}
