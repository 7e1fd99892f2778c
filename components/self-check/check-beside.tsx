import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { useTexts } from '@/components/ui/texts';
import type { StageKind } from '@/lib/playbooks/playbook';
import type { SelfCheckOfSession } from '@/lib/self-check/sent';
import styles from './self-check.module.css';

type Props = {
  check: SelfCheckOfSession;
  /** Of the stage that is on the screen; null shows the whole self-check. */
  stage: StageKind | null;
  /** Left out where it is only read. */
  onTalk?: (answerId: string, talked: boolean) => void;
  onRemove?: () => void;
  /** A colleague's session has it, too. */
  inAnother?: boolean;
};

/** What the client wrote by themselves, beside the stage that it belongs to. It never looks as if it had been talked about. */
export function CheckBeside({ check, stage, onTalk, onRemove, inAnother = false }: Props) {
  const t = useTexts();
  const here = check.answered.filter((one) => stage === null || one.stage === stage);
  const isElsewhere = stage !== null && here.length < check.answered.length;
  return (
    <section aria-label={t(stage === null ? 'checksTheirs' : 'checksStage')} className={styles.beside}>
      {inAnother ? <p className={styles.line}>{t('checksInAnother')}</p> : null}
      <Answers check={check} here={here} {...(onTalk && { onTalk })} />
      {isElsewhere || onRemove ? (
        <Disclosure summary={t('checksAll')}>
          <Answers check={check} here={check.answered} />
          {onRemove ? (
            <Button kind="quiet" onClick={onRemove}>
              {t('checksRemove')}
            </Button>
          ) : null}
        </Disclosure>
      ) : null}
    </section>
  );
}

function Answers({ check, here, onTalk }: Pick<Props, 'check' | 'onTalk'> & { here: SelfCheckOfSession['answered'] }) {
  const t = useTexts();
  return (
    <dl className={styles.answers}>
      {here.map(({ id, question, answer }) => {
        const talked = check.talkedAbout.includes(id);
        return (
          <div key={id} className={styles.answer}>
            <dt>{question}</dt>
            <dd className={styles.said}>{answer}</dd>
            <dd className={styles.soft}>{t(talked ? 'checksTalked' : 'checksBeside')}</dd>
            {onTalk ? (
              <dd className={styles.action}>
                <Button
                  kind="quiet"
                  aria-label={`${t(talked ? 'checksUnmark' : 'checksMark')}: ${question}`}
                  onClick={() => onTalk(id, !talked)}
                >
                  {t(talked ? 'checksUnmark' : 'checksMark')}
                </Button>
              </dd>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}
