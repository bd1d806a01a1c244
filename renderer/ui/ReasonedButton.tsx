import { useId } from 'react';
import type { ButtonHTMLAttributes } from 'react';

interface ReasonedButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Why it cannot be pressed now; null when it can. */
  readonly reason: string | null;
}

/** A button that, while it cannot be pressed, says why: as its tooltip and its description. The keyboard still reaches it. */
export function ReasonedButton({ reason, title, onClick, children, ...rest }: ReasonedButtonProps) {
  const id = useId();
  const told = reason === null ? {} : { 'aria-disabled': true, 'aria-describedby': id };
  return (
    <button
      type="button"
      {...rest}
      {...told}
      title={reason ?? title}
      onClick={(event) => {
        // Also when Enter in a field would send the form.
        if (reason !== null) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
      {reason !== null && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </button>
  );
}
