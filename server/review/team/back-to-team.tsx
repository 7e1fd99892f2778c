import { Link } from 'wouter';
import { useTexts } from '@/components/ui/texts';

export function BackToTeam() {
  const t = useTexts();
  return <Link href="/team">{t('teamBack')}</Link>;
}
