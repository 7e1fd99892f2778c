import { Link } from 'wouter';
import { useTexts } from '@/components/ui/texts';
import { Page } from './page';

export function NotFoundPage() {
  const t = useTexts();
  return (
    <Page title={t('webNothingHere')} lead={t('webNothingHereText')} narrow>
      <p>
        <Link href="/sessions">{t('webToSessions')}</Link>
      </p>
    </Page>
  );
}
