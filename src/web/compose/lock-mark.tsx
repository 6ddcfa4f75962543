/** A padlock, closed or open: the shape says it, not the colour. */
export function LockMark({ closed }: { readonly closed: boolean }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="compose-lock-mark">
      <path
        d={closed ? "M5 7.5V5a3 3 0 0 1 6 0v2.5" : "M5 7.5V4.2a3 3 0 0 1 5.7-1.2"}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <rect
        x="3"
        y="7.5"
        width="10"
        height="6.5"
        rx="1"
        fill={closed ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}
