import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { without } from '@/lib/self-check/draft';
import { offeredTime, ownZone } from './offered-time';
import styles from './self-checks.module.css';

const MOST = 10;

/** Times for a talk, on the clock of who offers them. `times`: as the browser's field has them, '' while one is empty. */
export function TimesField({ times, onChange }: { times: readonly string[]; onChange: (times: string[]) => void }) {
  const t = useTexts();
  const group = useRef<HTMLFieldSetElement>(null);
  const focusLast = useRef(false);
  useEffect(() => {
    if (focusLast.current) [...(group.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
    focusLast.current = false;
  });
  const add = () => {
    focusLast.current = true;
    onChange([...times, '']);
  };
  const remove = (at: number) => {
    group.current?.querySelector<HTMLButtonElement>('[data-add]')?.focus();
    onChange(without(times, at));
  };
  return (
    <fieldset ref={group} className={styles.group}>
      <legend className={styles.legend}>{t('selfCheckTimes')}</legend>
      <p className={styles.hint}>{t('selfCheckTimesHint', { zone: ownZone() })}</p>
      {times.map((time, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: times have no other name than their place
        <div key={at} className={styles.time}>
          <TextField
            label={t('selfCheckTimeNumber', { number: at + 1 })}
            type="datetime-local"
            value={time}
            problem={isPast(time) ? t('selfCheckTimePast') : null}
            onChange={(next) => onChange(times.map((one, index) => (index === at ? next : one)))}
          />
          <Button
            aria-label={t('playbooksRemoveNamed', { name: t('selfCheckTimeNumber', { number: at + 1 }) })}
            onClick={() => remove(at)}
          >
            {t('uiRemove')}
          </Button>
        </div>
      ))}
      <div>
        <Button data-add="" disabled={times.length >= MOST} onClick={add}>
          {t('selfCheckTimeAdd')}
        </Button>
      </div>
    </fieldset>
  );
}

function isPast(local: string): boolean {
  return local !== '' && new Date(offeredTime(local)) <= new Date();
}
