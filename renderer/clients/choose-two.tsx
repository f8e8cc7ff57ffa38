import { Button, Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientRow } from '../../shared/clients.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import './merge.css';

/** Null while nobody is chosen between. */
export type Chosen = readonly ClientRow[] | null;

type Props = { readonly chosen: Chosen; readonly onChange: (chosen: Chosen) => void };

/** In the place of a name that leads to its record. Two are looked at: a third waits until one is let go. */
export const ChooseRecord = ({ client, chosen, onChange }: Props & { readonly client: ClientRow }): JSX.Element => {
  const all = chosen ?? [];
  const isChosen = all.some(({ id }) => id === client.id);
  return (
    <Checkbox
      label={<span dir="auto">{client.chosenName}</span>}
      checked={isChosen}
      disabled={!isChosen && all.length === 2}
      onChange={() => onChange(isChosen ? all.filter(({ id }) => id !== client.id) : [...all, client])}
    />
  );
};

/** Under the list while two of it are chosen, and in view wherever one is in it. */
export const ChosenTwo = ({ chosen, onLeave }: { readonly chosen: readonly ClientRow[]; readonly onLeave: () => void }): JSX.Element => {
  const { t } = useTranslation('clients');
  const [one, other] = chosen;
  const names = { name: one?.chosenName ?? '', other: other?.chosenName ?? '' };
  return (
    <section className="choose-two" aria-label={t('two.begin')}>
      <p className="grow" role="status" dir="auto">
        {t(other ? 'two.both' : one ? 'two.one' : 'two.none', names)}
      </p>
      {one && other ? (
        <ButtonLink to="/clients/$clientId/merge/$otherId" params={{ clientId: one.id, otherId: other.id }}>
          {t('merge.open')}
        </ButtonLink>
      ) : null}
      <Button variant="subtle" onClick={onLeave}>
        {t('form.notNow')}
      </Button>
    </section>
  );
};
