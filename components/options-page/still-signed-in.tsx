import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';

/** The sign-in is forgotten here but stands at the team's server, which could not be told: where to end it there. */
export function StillSignedIn({ page }: { page: string }) {
  const t = useTexts();
  return (
    <Notice
      tone="problem"
      title={t('optionsStillSignedIn')}
      actions={
        <ButtonLink href={page} target="_blank" rel="noreferrer">
          {t('optionsStillSignedInOpen')}
        </ButtonLink>
      }
    >
      {t('optionsStillSignedInText')}
    </Notice>
  );
}
