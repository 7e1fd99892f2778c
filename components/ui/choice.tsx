import { type ReactNode, useId } from 'react';
import styles from './choice.module.css';
import { NeededStar } from './field';

export type ChoiceOption<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode };

/** One of several, as native radio inputs: arrow keys move, Tab leaves. `cards` gives every option the same weight and width. */
export function Choice<Value extends string>({
  legend,
  legendHidden = false,
  options,
  value,
  onChange,
  look = 'list',
  id,
  problem,
  hint,
  needed = false,
}: {
  legend: ReactNode;
  legendHidden?: boolean;
  options: readonly ChoiceOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  look?: 'list' | 'row' | 'cards';
  /** Given to the first radio input (or the chosen one), so that a problem can lead to it. */
  id?: string;
  problem?: string | null | undefined;
  hint?: ReactNode;
  /** One has to be chosen: the legend then carries a star. */
  needed?: boolean;
}) {
  const name = useId();
  const landing = options.some((option) => option.value === value) ? value : options[0]?.value;
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={styles.group} aria-describedby={described}>
      <legend className={legendHidden ? 'visually-hidden' : styles.legend}>
        {legend}
        {needed ? <NeededStar /> : null}
      </legend>
      {hint ? (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      <div className={styles[look]}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              required={needed}
              onChange={() => onChange(option.value)}
              {...(id && option.value === landing ? { id } : {})}
            />
            <span className={styles.words}>
              <span className={styles.label}>{option.label}</span>
              {option.hint ? <span className={styles.hint}>{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {problem ? (
        <p id={`${name}-problem`} className={styles.problem}>
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
