import type { ReactNode } from 'react';
import { useTexts } from '@/components/ui/texts';
import type { Closing } from '@/lib/self-check/self-check';
import playbooks from '../playbooks/playbooks.module.css';
import styles from './self-checks.module.css';

/** What the page says at the end, and that the client chooses. */
export function PreviewClosing({
  heading,
  closing: { title, text, hints },
  lang,
}: {
  heading: (words: string, lang: string) => ReactNode;
  closing: Closing;
  lang: string;
}) {
  const t = useTexts();
  return (
    <>
      {heading(title || t('playbooksNoText'), lang)}
      <p className={styles.said} lang={lang}>
        {text}
      </p>
      {hints.length > 0 ? (
        <ul lang={lang}>
          {hints.map((hint, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: hints have no other name than their place
            <li key={at}>
              {hint.address.startsWith('https://') ? (
                <a href={hint.address} target="_blank" rel="noreferrer">
                  {hint.text}
                </a>
              ) : (
                hint.text
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <p className={playbooks.soft}>{t('selfCheckWalkChoose')}</p>
    </>
  );
}
