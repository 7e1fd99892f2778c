import { useTexts } from '@/components/ui/texts';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { CheckList } from './check-list';
import { Links } from './links';
import { SentList } from './sent-list';

/** What clients sent before a call, the links that lead there, and the self-checks themselves. */
export function SelfChecksPage({ me }: { me: Member }) {
  const t = useTexts();
  return (
    <Page title={t('selfCheckPage')} lead={t('selfCheckLead')} me={me}>
      <SentList me={me} />
      <Links me={me} />
      <CheckList me={me} />
    </Page>
  );
}
