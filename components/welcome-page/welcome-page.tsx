import { useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { PanelPicture } from './panel-picture';
import styles from './welcome-page.module.css';

/** What the panel is, in a minute; then a team or none, and the panel itself. */
export function WelcomePage({
  teamAddress,
  shortcut,
  openPanel,
}: {
  teamAddress: string;
  /** The keys that open the panel, as the browser has them; null when none are set. */
  shortcut: string | null;
  openPanel: () => Promise<void>;
}) {
  const t = useTexts();
  const open = useRef<HTMLButtonElement>(null);
  const [alone, setAlone] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <main className={styles.page}>
      <header>
        <p className={styles.name}>
          <img src="/icon/mark.svg" alt="" width="32" height="32" />
          {t('extensionName')}
        </p>
        <h1 className={styles.title}>{t('welcomeTitle')}</h1>
        <p className={styles.lead}>{t('welcomeLead')}</p>
      </header>
      <PanelPicture />
      <ul className={styles.points}>
        <Point title={t('welcomeBeside')} text={t('welcomeBesideText')} />
        <Point title={t('welcomeQuestions')} text={t('welcomeQuestionsText')} />
        <Point title={t('welcomeEqual')} text={t('welcomeEqualText')} />
      </ul>
      <section className={styles.section} aria-labelledby="team">
        <h2 id="team">{t('welcomeTeam')}</h2>
        <p>{t('welcomeTeamText')}</p>
        <div className={styles.actions}>
          <ButtonLink href={teamAddress}>{t('welcomeSignIn')}</ButtonLink>
          <Button
            onClick={() => {
              setAlone(true);
              open.current?.focus();
            }}
          >
            {t('welcomeAlone')}
          </Button>
        </div>
        <div role="status">{alone ? t('welcomeAloneText') : null}</div>
      </section>
      <section className={styles.section} aria-labelledby="open">
        <h2 id="open">{t('welcomeOpenTitle')}</h2>
        <div>
          <Button
            kind="primary"
            ref={open}
            data-testid="open-panel"
            onClick={() => {
              // The call must come first in the click: the browser opens the panel only in a gesture.
              openPanel().then(
                () => setFailed(false),
                () => setFailed(true),
              );
            }}
          >
            {t('welcomeOpen')}
          </Button>
        </div>
        {failed ? <Notice tone="problem" title={t('welcomeOpenFailed')} /> : null}
        <p>{shortcut ? t('welcomeShortcut', { keys: shortcut }) : t('welcomeNoShortcut')}</p>
        <p>{t('welcomePin')}</p>
      </section>
    </main>
  );
}

function Point({ title, text }: { title: string; text: string }) {
  return (
    <li>
      <strong>{title}</strong> {text}
    </li>
  );
}
