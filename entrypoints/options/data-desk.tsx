import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { DataSection, type Kept } from '@/components/options-page/data-section';
import { type Credential, readCredential } from '@/lib/settings/credential';
import { deleteAll } from '@/lib/storage/delete-all';
import { keepStorage, storageRoom } from '@/lib/storage/keep-storage';
import { listOutbox } from '@/lib/storage/outbox';
import { listSessions } from '@/lib/storage/sessions';
import { endAtApi } from '@/lib/sync/sign-out';
import { theStore } from '../sidepanel/device';
import { exportEverything } from '../sidepanel/export-file';

/** What is on this device, kept true while other windows work; export and deletion of all of it. */
export function DataDesk() {
  const queries = useQueryClient();
  const kept = useQuery({ queryKey: ['kept'], queryFn: readKept });
  const exporting = useMutation({ mutationFn: exportEverything });
  const ending = useMutation({ mutationFn: (credential: Credential | null) => endAtApi(credential) });
  const deleting = useMutation({
    mutationFn: deleteEverything,
    onSuccess: (credential) => {
      ending.mutate(credential);
      return queries.invalidateQueries();
    },
  });
  useEffect(() => {
    let stop = () => {};
    void theStore().then(
      (store) => {
        stop = store.listen(() => void queries.invalidateQueries({ queryKey: ['kept'] }));
      },
      () => {},
    );
    return () => stop();
  }, [queries]);
  return (
    <DataSection
      kept={kept.data ?? null}
      outcome={outcomeOf(exporting.status, deleting.status)}
      stillSignedIn={ending.data?.kind === 'not-told' ? ending.data.page : null}
      onExport={() => {
        deleting.reset();
        exporting.mutate();
      }}
      onDelete={() => {
        exporting.reset();
        deleting.mutate();
      }}
    />
  );
}

/** Gives the sign-in that was deleted too, so that the API can be told. */
async function deleteEverything(): Promise<Credential | null> {
  const credential = await readCredential();
  await deleteAll(await theStore());
  return credential;
}

function outcomeOf(exporting: string, deleting: string) {
  if (exporting === 'error' || deleting === 'error') return 'failed';
  if (deleting === 'success') return 'deleted';
  return exporting === 'success' ? 'exported' : null;
}

async function readKept(): Promise<Kept> {
  const store = await theStore();
  const [heads, outbox, room, keeping] = await Promise.all([
    listSessions(store),
    listOutbox(store),
    storageRoom(),
    keepStorage(),
  ]);
  return {
    sessions: heads.length,
    waiting: outbox.filter((entry) => entry.kind === 'put').length,
    megabytes: room ? room.used / 1_000_000 : null,
    persistent: keeping === 'kept',
  };
}
