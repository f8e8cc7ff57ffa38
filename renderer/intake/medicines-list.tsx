import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { foldForSearch } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { namesIn } from '../../shared/medicine-suggestions.ts';
import { shows } from '../../shared/text.ts';
import { today } from '../dates.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useCall } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { medicinesOf } from './health-view.ts';
import { MedicineRow } from './medicines-row.tsx';
import type { Care } from './use-health.ts';
import { useMedicine } from './use-medicine.ts';

const medicinesItem = 's-medicines';

type Said = { readonly words: string; readonly declined: boolean };

/** What the client wrote about medicines in the intake; of the open round before an older one. */
const useSaid = (clientId: string): Said | null => {
  const intakes = useCall('intake.ofClient', { clientId }).data;
  const [answer] = [intakes?.open, intakes?.newest].flatMap((round) => {
    const given = round?.entries[medicinesItem]?.answer;
    return given ? [given] : [];
  });
  if (answer?.kind === 'declined') return { words: '', declined: true };
  return answer?.kind === 'text' && shows(answer.text) ? { words: answer.text, declined: false } : null;
};

const added = { id: null, version: 0, match: 'not-yet', classId: null, areas: null } as const;

/** Names found in what the client wrote: offered, and added only when somebody says so. */
const FromIntake = ({ care }: { readonly care: Care }): JSX.Element | null => {
  const { t } = useTranslation('health');
  const { chosenName: name, id: clientId } = care.client;
  const words = useSaid(clientId);
  const { keep, busy, error } = useMedicine(clientId);
  if (!words) return null;
  if (words.declined) return <p className="wait b">{t('medicine.declined', { name })}</p>;
  const there = new Set(care.of.medicines.map((one) => foldForSearch(one.name)));
  const offered = namesIn(words.words).filter((one) => !there.has(foldForSearch(one)));
  const add = async (names: readonly string[]): Promise<void> => {
    for (const one of names) if ((await keep({ ...added, name: one })).kind !== 'done') return;
    said(t('medicine.added', { count: names.length, name: names[0] ?? '' }));
  };
  return (
    <div className="from-intake">
      <p dir="auto">
        <span className="ink-2">{t('medicine.wrote', { name })}</span> “{words.words}”
      </p>
      {error ? <ErrorNotice error={error} /> : null}
      {care.canWork && offered.length > 0 ? (
        <fieldset className="row wrap" aria-label={t('medicine.offered')}>
          {offered.map((one) => (
            <Button
              key={one}
              variant="default"
              leftSection={<Icon icon={IconPlus} size={18} />}
              disabled={busy}
              onClick={() => void add([one])}
            >
              {t('medicine.addOne', { name: one })}
            </Button>
          ))}
          {offered.length > 1 ? (
            <Button variant="subtle" disabled={busy} onClick={() => void add(offered)}>
              {t('medicine.addAll', { count: offered.length })}
            </Button>
          ) : null}
        </fieldset>
      ) : null}
    </div>
  );
};

const Name = z.strictObject({ name: z.string() });

/** Another one, by the name it has. */
const Another = ({ care }: { readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  const { t: tErrors } = useTranslation('errors');
  const { client } = care;
  const key = `health-${client.id}/medicine`;
  const about = { key, title: t('draft', { name: client.chosenName }), place: `/clients/${client.id}/health` };
  const { value, set, drop } = useDraft(about, Name, () => ({ name: '' }));
  const { keep, busy, error } = useMedicine(client.id);
  const [tried, setTried] = useState(false);
  const long = tooLong(value.name, limits.namePart);
  const problem = long ? tErrors('problem.too-long', long) : shows(value.name) ? undefined : t('medicine.nameNeeded');
  const press = async (): Promise<void> => {
    setTried(true);
    if (problem) return document.getElementById('medicine-name')?.focus();
    if ((await keep({ ...added, name: value.name })).kind !== 'done') return;
    setTried(false);
    drop({ name: '' });
    said(t('medicine.added', { count: 1, name: value.name.trim() }));
    document.getElementById('medicine-name')?.focus();
  };
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <form
        className="medicine-add"
        onSubmit={(event) => {
          event.preventDefault();
          void press();
        }}
      >
        <Field
          id="medicine-name"
          label={t('medicine.another')}
          value={value.name}
          onChange={(name) => set({ name })}
          problem={tried || long ? problem : undefined}
        />
        <Button type="submit" variant="default" disabled={busy}>
          {t('medicine.add')}
        </Button>
      </form>
    </>
  );
};

/** What the client takes, and what it asks for: matched by the practitioner, never by itself. */
export const Medicines = ({ care }: { readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  const { taken, past } = medicinesOf(care.of.medicines, today());
  return (
    <section className="health-part" aria-labelledby="medicines-title">
      <h3 id="medicines-title" tabIndex={-1} className="health-title">
        {t('medicine.title')}
        {taken.length > 0 ? <span className="ink-2 num finding-count">{taken.length}</span> : null}
      </h3>
      <p className="ink-2">{t('medicine.text')}</p>
      <FromIntake care={care} />
      {taken.length > 0 ? (
        <ul className="items">
          {taken.map((medicine) => (
            <MedicineRow key={medicine.id} medicine={medicine} care={care} />
          ))}
        </ul>
      ) : (
        <p className="ink-2">{t('medicine.none')}</p>
      )}
      {care.canWork ? <Another care={care} /> : null}
      {past.length > 0 ? (
        <details className="finding-history">
          <summary>{t('medicine.past', { count: past.length })}</summary>
          <ul className="items">
            {past.map((medicine) => (
              <MedicineRow key={medicine.id} medicine={medicine} care={care} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
};
