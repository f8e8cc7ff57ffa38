import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/finding.ts';
import type { Medicine } from '../../shared/medicines.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { eventReason, eventWords, numbered } from './findings-words.ts';
import { MarkPlaces } from './health-places.tsx';
import { medicineLine } from './medicines-words.ts';
import { useDecide } from './use-decide.ts';
import { type Care, useHealth } from './use-health.ts';
import { useMedicine } from './use-medicine.ts';

const OfFinding = ({ care, finding }: { readonly care: Care; readonly finding: Finding }): JSX.Element => {
  const { t } = useTranslation('health');
  const { decide, busy, error, meanwhile } = useDecide(care.client.id);
  return (
    <MarkPlaces
      care={care}
      about={finding.item.condition}
      draftKey={`health-${care.client.id}/places-${finding.id}`}
      place={`/clients/${care.client.id}/health/places/${finding.id}`}
      what="close"
      marked={finding.areas}
      suggested={finding.item.suggestedAreas}
      version={finding.version}
      busy={busy}
      error={error}
      meanwhile={
        meanwhile.length === 0
          ? null
          : numbered(meanwhile).map(({ number, event }) => (
              <span key={number} className="block num" dir="auto">
                {eventWords(t, event, care.areas)} {eventReason(event)}
              </span>
            ))
      }
      onKeep={async (areas, version, reason) => {
        const done = await decide(finding.id, version, { what: 'mark', areas: [...areas], reason });
        return done.kind === 'meanwhile' ? { kind: 'meanwhile', version: done.finding.version } : { kind: done.kind };
      }}
    />
  );
};

const OfMedicine = ({ care, medicine }: { readonly care: Care; readonly medicine: Medicine }): JSX.Element => {
  const { t } = useTranslation('health');
  const { keep, busy, error, meanwhile } = useMedicine(care.client.id);
  return (
    <MarkPlaces
      care={care}
      about={medicine.name}
      draftKey={`health-${care.client.id}/places-${medicine.id}`}
      place={`/clients/${care.client.id}/health/medicines/${medicine.id}`}
      what="light"
      marked={medicine.areas}
      suggested={[]}
      version={medicine.version}
      busy={busy}
      error={error}
      meanwhile={meanwhile ? medicineLine(t, meanwhile, care) : null}
      onKeep={async (areas, version) => {
        const { id, name, match, classId, note, takenUntil } = medicine;
        const done = await keep({ id, version, name, match, classId, areas: [...areas], note, takenUntil });
        return done.kind === 'meanwhile' ? { kind: 'meanwhile', version: done.medicine.version } : { kind: done.kind };
      }}
    />
  );
};

const PlacesPage = ({ clientId, of }: { readonly clientId: string; readonly of: (care: Care) => ReactNode }): JSX.Element => {
  const { t } = useTranslation('health');
  const { care, error, again } = useHealth(clientId, true);
  const page = care ? of(care) : null;
  if (page) return <>{page}</>;
  return (
    <>
      <PageHead title={t('places.title')} />
      <div className="page-body">
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {care && !error ? <ErrorNotice error={{ code: 'not-found', what: 'finding' }} /> : null}
        {!care && !error ? <Waiting>{t('reading')}</Waiting> : null}
      </div>
    </>
  );
};

type FindingProps = { readonly clientId: string; readonly findingId: string };

/** Where a condition is: those places are closed. */
export const FindingPlaces = ({ clientId, findingId }: FindingProps): JSX.Element => (
  <PlacesPage
    clientId={clientId}
    of={(care) => {
      const finding = care.of.findings.find(({ id }) => id === findingId);
      return finding ? <OfFinding care={care} finding={finding} /> : null;
    }}
  />
);

type MedicineProps = { readonly clientId: string; readonly medicineId: string };

/** Where a patch or an injection is: contact stays light there. */
export const MedicinePlaces = ({ clientId, medicineId }: MedicineProps): JSX.Element => (
  <PlacesPage
    clientId={clientId}
    of={(care) => {
      const medicine = care.of.medicines.find(({ id }) => id === medicineId);
      return medicine ? <OfMedicine care={care} medicine={medicine} /> : null;
    }}
  />
);
