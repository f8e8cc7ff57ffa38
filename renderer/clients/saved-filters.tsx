import { Button } from '@mantine/core';
import { IconBookmark, IconBookmarkOff } from '@tabler/icons-react';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFilter } from '../../shared/client-filters.ts';
import { foldForSearch } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useCall, useSend } from '../use-call.ts';

/** What a filter narrows to, however it was typed and in whatever order the tags were chosen. */
const readingOf = ({ query, tags, archived, inError = false }: ClientFilter): string =>
  JSON.stringify([foldForSearch(query), tags.map(foldForSearch).sort(), archived, inError]);

export const isFilter = ({ query, tags, archived, inError = false }: ClientFilter): boolean =>
  query.trim() !== '' || tags.length > 0 || archived || inError;

const NameFilter = ({ filter, onClose }: { readonly filter: ClientFilter; readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const { t: tUi } = useTranslation('ui');
  const [name, setName] = useState(filter.tags.join(', '));
  const { send, isSending, error } = useSend('clientFilters.save');
  const long = tooLong(name, limits.namePart);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (long || !shows(name)) return;
    if (!(await send({ name, filter })).ok) return;
    said(t('filters.saved', { name: name.trim() }));
    onClose();
  };
  return (
    <Dialog title={t('filters.saveTitle')} onClose={onClose} size={480}>
      <form className="fields" onSubmit={(event) => void submit(event)} noValidate>
        {error ? <ErrorNotice error={error} /> : null}
        <Field
          id="filter-name"
          label={t('filters.name')}
          help={t('filters.nameHelp')}
          value={name}
          onChange={setName}
          problem={long ? errors('problem.too-long', long) : undefined}
        />
        <div className="row wrap form-actions">
          <Button type="submit" disabled={isSending || !shows(name)}>
            {t('filters.saveYes')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {tUi('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

type Props = { readonly seen: ClientFilter; readonly onChange: (seen: ClientFilter) => void };

/** One's own ways into the list, each a press away. */
export const SavedFilters = ({ seen, onChange }: Props): JSX.Element | null => {
  const { t } = useTranslation('clients');
  const saved = useCall('clientFilters.list', {}).data?.filters ?? [];
  const { send, error } = useSend('clientFilters.remove');
  const [naming, setNaming] = useState(false);
  const current = saved.find(({ filter }) => readingOf(filter) === readingOf(seen));
  const isNew = isFilter(seen) && !current && tooLong(seen.query, limits.line) === null;
  if (saved.length === 0 && !isNew) return null;
  const remove = async (id: string, name: string): Promise<void> => {
    if ((await send({ id })).ok) said(t('filters.removed', { name }));
  };
  return (
    <div className="row wrap filters">
      {error ? <ErrorNotice error={error} /> : null}
      {saved.length > 0 ? (
        <ul className="row wrap filters-list" aria-label={t('filters.title')}>
          {saved.map(({ id, name, filter }) => (
            <li key={id}>
              <Button
                variant={current?.id === id ? 'light' : 'default'}
                aria-pressed={current?.id === id}
                className="filter"
                onClick={() => onChange(current?.id === id ? { query: '', tags: [], archived: false } : filter)}
              >
                <span className="filter-name" dir="auto">
                  {name}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isNew ? (
        <Button variant="subtle" leftSection={<Icon icon={IconBookmark} size={18} />} onClick={() => setNaming(true)}>
          {t('filters.save')}
        </Button>
      ) : null}
      {current ? (
        <Button
          variant="subtle"
          leftSection={<Icon icon={IconBookmarkOff} size={18} />}
          onClick={() => void remove(current.id, current.name)}
        >
          {t('filters.remove')}
        </Button>
      ) : null}
      {naming ? <NameFilter filter={seen} onClose={() => setNaming(false)} /> : null}
    </div>
  );
};
