import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 } from 'uuid';
import { Link } from 'wouter';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { sentenceOf } from '../shell/query-state';
import { filtersOf, searchOf } from './filters';
import { ManageViews } from './manage-views';
import queue from './queue.module.css';
import { addView, viewsQuery } from './views-query';

/** Filters kept under a name: to come back to, to save what stands there now, to change. */
export function SavedViews({ search, mayShare }: { search: string; mayShare: boolean }) {
  const t = useTexts();
  const { data } = useQuery(viewsQuery);
  const [open, setOpen] = useState<'save' | 'manage' | null>(null);
  const here = searchOf(filtersOf(search));
  const views = data?.views ?? [];
  const isKept = views.some((view) => sameSearch(view.search, here));
  if (views.length === 0 && here === '' && open === null) return null;
  return (
    <div className={queue.saved}>
      {views.length > 0 ? (
        <nav aria-label={t('queueViews')}>
          <ul className={queue.views}>
            {views.map((view) => (
              <li key={view.id} className={queue.view}>
                <Link
                  href={`/sessions${view.search ? `?${view.search}` : ''}`}
                  className={queue.order}
                  aria-current={sameSearch(view.search, here) ? 'true' : undefined}
                >
                  {view.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {here !== '' && !isKept ? <Button onClick={() => setOpen('save')}>{t('queueViewSave')}</Button> : null}
      {views.some(({ isOwn }) => isOwn) ? (
        <Button kind="quiet" onClick={() => setOpen('manage')}>
          {t('queueViewManage')}
        </Button>
      ) : null}
      <SaveView
        key={`${here}${open}`}
        open={open === 'save'}
        search={here}
        mayShare={mayShare}
        onClose={() => setOpen(null)}
      />
      <ManageViews open={open === 'manage'} views={views.filter(({ isOwn }) => isOwn)} onClose={() => setOpen(null)} />
    </div>
  );
}

/** The same filters, in whichever order an address names them. */
function sameSearch(one: string, other: string): boolean {
  return searchOf(filtersOf(one)) === searchOf(filtersOf(other));
}

function SaveView({
  open,
  search,
  mayShare,
  onClose,
}: {
  open: boolean;
  search: string;
  mayShare: boolean;
  onClose: () => void;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const [id] = useState(() => v7());
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [missing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: () => addView({ id, name: name.trim(), search, shared }),
    onSuccess: async () => {
      await queries.invalidateQueries(viewsQuery);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <Dialog
      open={open}
      title={t('queueViewSave')}
      onClose={onClose}
      actions={
        <Button type="submit" form="save-view" kind="primary">
          {t('queueViewKeep')}
        </Button>
      }
    >
      <form id="save-view" onSubmit={submit} noValidate>
        <TextField
          label={t('queueViewName')}
          maxLength={80}
          problem={missing ? t('queueViewNameMissing') : null}
          value={name}
          onChange={setName}
        />
        {mayShare ? <Checkbox label={t('queueViewShared')} checked={shared} onChange={setShared} /> : null}
      </form>
      {save.error ? <Notice tone="problem">{sentenceOf(save.error, t)}</Notice> : null}
    </Dialog>
  );
}
