import { Disclosure } from '@/components/ui/disclosure';
import { useTexts } from '@/components/ui/texts';
import type { Change } from '@/lib/record/changes';
import type { SharedRecord } from '@/lib/record/wire';
import { dayOf } from './day-of';
import styles from './record.module.css';
import { OUTCOME, PART_NAME, SAID } from './record-words';

/** Every version and everything that was said, in its order, as the client sees it too. */
export function RecordHistory({ record }: { record: SharedRecord }) {
  const t = useTexts();
  const entries = [
    ...record.versions.map(({ version, madeOf, madeByName: name, madeAt, changes }) => ({
      at: madeAt,
      key: `v${version}`,
      lines: [t(madeOf === 'session' ? 'recordVersionMade' : 'recordVersionTaken', { version, name })],
      changes,
    })),
    ...record.responses.map((said) => ({ at: said.saidAt, key: said.id, lines: linesOf(said), changes: [] })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  function linesOf(said: SharedRecord['responses'][number]): string[] {
    const name = said.answeredByName ?? '';
    const answered = {
      accepted: () => t('recordAnswerTaken', { name }),
      answered: () => t('recordAnswerGiven', { name, text: said.answerText }),
    };
    return [
      begun(t(SAID[said.kind], { name: said.name || t('recordSomeone') })),
      said.text,
      said.answer ? answered[said.answer]() : '',
    ].filter((line) => line !== '');
  }
  return (
    <Disclosure summary={t('recordHistory')}>
      <ol className={styles.history}>
        {entries.map(({ at, key, lines, changes }) => (
          <li key={key}>
            <span className={styles.soft}>{dayOf(t('languageTag'), at)}</span>
            {lines.map((line) => (
              <span key={line} className={styles.historyLine}>
                {line}
              </span>
            ))}
            {changes.map((change) => (
              <Changed key={change.id} change={change} />
            ))}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

/** A sentence that may begin with a name that nobody gave. */
function begun(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** A part as it read before a version and reads in it. */
function Changed({ change: { kind, before, after } }: { change: Change }) {
  const t = useTexts();
  const isOutcome = kind === 'outcome';
  const read = (text: string) => (isOutcome ? t(OUTCOME[text] ?? 'viewUndecided') : text);
  return (
    <div className={styles.said}>
      <span className={styles.soft}>{t(PART_NAME[kind])}</span>
      {before || isOutcome ? (
        <span className={styles.historyLine}>{t('recordBefore', { text: read(before) })}</span>
      ) : null}
      {after || isOutcome ? (
        <span className={styles.historyLine}>{t('recordAfter', { text: read(after) })}</span>
      ) : null}
    </div>
  );
}
