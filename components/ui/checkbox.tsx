import type { ComponentProps, ReactNode } from 'react';
import styles from './checkbox.module.css';

/** A native checkbox with its words beside it. */
export function Checkbox({
  label,
  checked,
  onChange,
  ...rest
}: Omit<ComponentProps<'input'>, 'checked' | 'onChange' | 'type'> & {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className={styles.box}>
      <input {...rest} type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
