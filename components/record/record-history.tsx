import { Disclosure } from '@/components/ui/disclosure';
import { useTexts } from '@/components/ui/texts';
import type { SharedRecord } from '@/lib/record/wire';
import { dayOf } from './day-of';
import styles from './record.module.css';
import { SAID } from './record-words';

/** Every version and everything that was said, in its order, as the client sees it too. */
export function RecordHistory({ record }: { record: SharedRecord }) {
  const t = useTexts();
  const entries = [
    ...record.versions.map(({ version, madeOf, madeByName: name, madeAt }) => ({
      at: madeAt,
      key: `v${version}`,
      lines: [t(madeOf === 'session' ? 'recordVersionMade' : 'recordVersionTaken', { version, name })],
    })),
    ...record.responses.map((said) => ({ at: said.saidAt, key: said.id, lines: linesOf(said) })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  function linesOf(said: SharedRecord['responses'][number]): string[] {
    const name = said.answeredByName ?? '';
    const answered = {
      accepted: () => t('recordAnswerTaken', { name }),
      answered: () => t('recordAnswerGiven', { name, text: said.answerText }),
    };
    return [
      t(SAID[said.kind], { name: said.name || t('recordSomeone') }),
      said.text,
      said.answer ? answered[said.answer]() : '',
    ].filter((line) => line !== '');
  }
  return (
    <Disclosure summary={t('recordHistory')}>
      <ol className={styles.history}>
        {entries.map(({ at, key, lines }) => (
          <li key={key}>
            <span className={styles.soft}>{dayOf(t('languageTag'), at)}</span>
            {lines.map((line) => (
              <span key={line} className={styles.historyLine}>
                {line}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
