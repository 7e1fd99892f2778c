import { useTexts } from '@/components/ui/texts';
import styles from './panel-picture.module.css';

/** A drawn picture of the panel beside a call: one question, a note with a calm underline, three equal outcomes. */
export function PanelPicture() {
  const t = useTexts();
  return (
    <div className={styles.frame} role="img" aria-label={t('welcomePicture')}>
      <div className={styles.window} aria-hidden="true">
        <div className={styles.call}>
          <span className={styles.face} />
          <span className={styles.face} />
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
