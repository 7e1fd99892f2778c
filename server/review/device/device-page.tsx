import { useQuery } from '@tanstack/react-query';
import { Redirect, useSearch } from 'wouter';
import { useTexts } from '@/components/ui/texts';
import { plainCode } from '@/components/user-code/plain-code';
import { meQuery } from '../api/queries';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { signInAddress } from '../sign-in/where-to';
import { CodeForm } from './code-form';
import { DeviceRequest } from './device-request';

/** Where a side panel sends its expert to be connected (RFC 8628): the code, who asks, approve or refuse. */
export function DevicePage() {
  const t = useTexts();
  const search = useSearch();
  const me = useQuery(meQuery);
  const code = plainCode(new URLSearchParams(search).get('user_code') ?? '');
  if (me.data === null) return <Redirect to={signInAddress('/device', search)} replace />;
  return (
    <Page key={code} title={t('webDevice')} me={me.data ?? null} narrow>
      <Read query={me}>
        {(who) => (who && code ? <DeviceRequest key={code} code={code} me={who} /> : <CodeForm />)}
      </Read>
    </Page>
  );
}
