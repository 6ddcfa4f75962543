import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import "./plot.css";

type PlotProps = {
  /** Draws at a width in pixels; ids inside are prefixed with `id`. */
  readonly draw: (width: number, id: string) => string;
  readonly widest?: number;
  /** Laid over the drawing, in its own pixels. */
  readonly children?: (width: number) => ReactNode;
};

/** A drawing of the report, drawn anew for the width it has. */
export function Plot({ draw, widest = 860, children }: PlotProps) {
  const id = useId().replace(/[^\w-]/g, "");
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(Math.min(widest, element.clientWidth)));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [widest]);
  const markup = useMemo(() => (width > 0 ? draw(width, id) : ""), [draw, width, id]);
  return (
    <div className="plot-frame" ref={frame}>
      {width > 0 ? (
        <>
          {/* drawn by our own code, which escapes every name */}
          <div dangerouslySetInnerHTML={{ __html: markup }} />
          {children?.(width)}
        </>
      ) : null}
    </div>
  );
}
