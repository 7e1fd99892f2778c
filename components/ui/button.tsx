import type { ComponentProps } from 'react';
import styles from './button.module.css';

/** `primary` the one next thing on a screen, `plain` everything else, `quiet` what should not draw the eye. */
export type ButtonKind = 'primary' | 'plain' | 'quiet';

export function Button({ kind = 'plain', className, ...rest }: ComponentProps<'button'> & { kind?: ButtonKind }) {
  return (
    <button type="button" {...rest} className={[styles.button, styles[kind], className].filter(Boolean).join(' ')} />
  );
}

/** A link that has the looks of a button. */
export function ButtonLink({
  kind = 'plain',
  className,
  children,
  ...rest
}: ComponentProps<'a'> & { kind?: ButtonKind }) {
  return (
    <a {...rest} className={[styles.button, styles[kind], className].filter(Boolean).join(' ')}>
      {children}
    </a>
  );
}
