type SwitchProps = {
  readonly name: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly onChange: (on: boolean) => void;
};

/** On or off, at once. */
export function Switch({ name, on, disabled = false, describedBy, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={on}
      aria-label={name}
      {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span aria-hidden="true" />
    </button>
  );
}
