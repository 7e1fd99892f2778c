import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { SentCheck } from '@/lib/self-check/sent';
import styles from './self-check.module.css';
import { senderOf } from './sent-checks';

/** Self-checks that may go along with a session under way: the one that fits its client, and by hand any other. */
export function ChecksOffer({
  sent,
  fits,
  onTake,
}: {
  sent: readonly SentCheck[];
  fits: SentCheck | null;
  onTake: (one: SentCheck) => void;
}) {
  const t = useTexts();
  const nameOf = (one: SentCheck) => senderOf(one) || t('checksSomeone');
  const others = sent.filter(({ id }) => id !== fits?.id);
  return (
    <>
      {fits ? (
        <Notice
          title={t('checksFits', { name: nameOf(fits) })}
          actions={<Button onClick={() => onTake(fits)}>{t('checksTake')}</Button>}
        />
      ) : null}
      {others.length > 0 ? (
        <Disclosure summary={t('checksOthers')}>
          <ul className={styles.list}>
            {others.map((one) => (
              <li key={one.id}>
                <Button onClick={() => onTake(one)}>{t('checksTakeOf', { name: nameOf(one) })}</Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
