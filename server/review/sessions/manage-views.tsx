import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { sentenceOf } from '../shell/query-state';
import queue from './queue.module.css';
import { addView, deleteView, renameView, viewsQuery } from './views-query';

type Kept = { id: string; name: string; search: string; shared: boolean };

/** One's own views: other names, away with one, and back again. */
export function ManageViews({ open, views, onClose }: { open: boolean; views: readonly Kept[]; onClose: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [gone, setGone] = useState<Kept | null>(null);
  const onSettled = () => queries.invalidateQueries(viewsQuery);
  const remove = useMutation({
    mutationFn: ({ id }: Kept) => deleteView(id),
    onSuccess: (_answer, view) => setGone(view),
    onSettled,
  });
  const back = useMutation({ mutationFn: addView, onSuccess: () => setGone(null), onSettled });
  const error = remove.error ?? back.error;
  return (
    <Dialog open={open} title={t('queueViewManage')} onClose={onClose}>
      <ul className={queue.manage}>
        {views.map((view) => (
          <Row key={view.id} view={view} onDelete={() => remove.mutate(view)} />
        ))}
      </ul>
      {gone ? (
        <Notice actions={<Button onClick={() => back.mutate(gone)}>{t('queueViewUndo')}</Button>}>
          {t('queueViewDeleted', { name: gone.name })}
        </Notice>
      ) : null}
      {error ? <Notice tone="problem">{sentenceOf(error, t)}</Notice> : null}
    </Dialog>
  );
}

function Row({ view, onDelete }: { view: Kept; onDelete: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [name, setName] = useState(view.name);
  const rename = useMutation({
    mutationFn: () => renameView(view.id, name.trim()),
    onSuccess: () => queries.invalidateQueries(viewsQuery),
  });
  return (
    <li className={queue.managed}>
      <TextField
        label={t('queueViewNamed', { name: view.name })}
        maxLength={80}
        problem={rename.error ? sentenceOf(rename.error, t) : null}
        value={name}
        onChange={setName}
      />
      <Button disabled={name.trim() === '' || name.trim() === view.name} onClick={() => rename.mutate()}>
        {t('queueViewRename')}
      </Button>
      <Button kind="quiet" onClick={onDelete}>
        {t('queueViewDelete', { name: view.name })}
      </Button>
    </li>
  );
}
