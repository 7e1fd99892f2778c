import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';
import styles from './field.module.css';

type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<Tag>, 'value' | 'onChange'>;
type Valued = FieldProps & { value: string; onChange: (value: string) => void };

/** One line of text, or what a native input of another `type` takes (a date, an e-mail address). */
export function TextField({ label, hint, problem, labelHidden, id, onChange, ...rest }: Valued & Native<'input'>) {
  return (
    <Field label={label} hint={hint} problem={problem} labelHidden={labelHidden ?? false} id={id}>
      {(wiring) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...wiring}
          className={styles.control}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text; grows with what is typed. */
export function TextArea({ label, hint, problem, labelHidden, id, onChange, ...rest }: Valued & Native<'textarea'>) {
  return (
    <Field label={label} hint={hint} problem={problem} labelHidden={labelHidden ?? false} id={id}>
      {(wiring) => (
        <textarea
          rows={2}
          {...rest}
          {...wiring}
          className={`${styles.control} ${styles.area}`}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** The browser's own list of choices; give `<option>` elements as children. */
export function Select({ label, hint, problem, labelHidden, id, onChange, ...rest }: Valued & Native<'select'>) {
  return (
    <Field label={label} hint={hint} problem={problem} labelHidden={labelHidden ?? false} id={id}>
      {(wiring) => (
        <select {...rest} {...wiring} className={styles.control} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
