import { useTexts } from '@/components/ui/texts';
import styles from './panel-picture.module.css';

function Face() {
  return (
    <svg viewBox="0 0 120 68" preserveAspectRatio="xMidYMax meet" className={styles.face} aria-hidden="true">
      <circle cx="60" cy="27" r="12" />
      <path d="M34 68c0-17 11-25 26-25s26 8 26 25z" />
    </svg>
  );
}

/** A drawn picture of the panel beside a call: one question, a note with a calm underline, three equal outcomes. */
export function PanelPicture() {
  const t = useTexts();
  return (
    <div className={styles.frame} role="img" aria-label={t('welcomePicture')}>
      <div className={styles.window} aria-hidden="true">
        <div className={styles.call}>
          <Face />
          <Face />
        </div>
        <div className={styles.panel}>
          <span className={styles.stage}>{t('welcomePictureStage')}</span>
          <span className={styles.question}>{t('welcomePictureQuestion')}</span>
          <span className={styles.note}>
            {t('welcomePictureNote')} <span className={styles.flag}>{t('welcomePictureFlag')}</span>
          </span>
          <span className={styles.outcomes}>
            <span>{t('outcomeYes')}</span>
            <span>{t('outcomeNo')}</span>
            <span>{t('outcomeNotYet')}</span>
          </span>
        </div>
      </div>
    </div>
  );
}
