import type { Quantity } from "#model";
import { count } from "#report";

/** "troops 14,000–25,000", "depth 30 km": a figure of an option with its unit. */
export function quantityText({ name, low, high, unit: written }: Quantity): string {
  const spoken = name.replaceAll("_", " ");
  const unit = written.replaceAll("_", " ");
  const plain = spoken.endsWith(` ${unit}`) ? spoken.slice(0, -unit.length - 1) : spoken; // "depth_km" in km
  const amount = low === high ? figure(low) : `${figure(low)}–${figure(high)}`;
  return unit === "" || unit === spoken ? `${plain} ${amount}` : `${plain} ${amount} ${unit}`;
}

function figure(value: number): string {
  return Number.isInteger(value) && value >= 0 ? count(String(value)) : String(value).replace("-", "−");
}
