import { useTexts } from '@/components/ui/texts';
import { plainCode, readableCode } from './plain-code';
import styles from './user-code.module.css';

/** The code of a sign-in, the same to see under Options and on the team's page; read out letter by letter. */
export function UserCode({ code }: { code: string }) {
  const t = useTexts();
  const plain = plainCode(code);
  return (
    <p
      className={styles.code}
      role="img"
      aria-label={t('userCodeIs', { code: [...plain].join(' ') })}
      data-testid="user-code"
    >
      {readableCode(plain)}
    </p>
  );
}
