import { Button, Radio } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import type { Client } from '../../shared/clients.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { CareTeamMember } from '../../shared/contacts.ts';
import { type Release, releaseForms, sharingDirections } from '../../shared/releases.ts';
import { call } from '../call.ts';
import { momentWords } from '../dates.ts';
import { flushDrafts } from '../drafts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePressed } from '../ui/use-pressed.ts';
import { useDraft } from '../use-draft.ts';
import { PrepareReleaseRefused } from './prepare-release-refused.tsx';
import { PrepareReleaseWho } from './prepare-release-who.tsx';

const Prepared = z.strictObject({
  contactId: z.string().nullable(),
  direction: z.enum(sharingDirections),
  formId: z.enum(releaseForms),
});

type Props = {
  readonly client: Client;
  readonly members: readonly CareTeamMember[];
  readonly releases: readonly Release[];
  /** What this practice offers in its place. */
  readonly forms: readonly ConsentForm[];
  readonly contactId: string | null;
  readonly replaces: string | null;
};

/** Blanks of the practice and of the client the form waits for; who it is for is no blank to type. */
const Blanks = ({ form, clientId }: { readonly form: ConsentForm | undefined; readonly clientId: string }): JSX.Element | null => {
  const { t } = useTranslation('releases');
  const of = (source: 'profile' | 'client'): string =>
    (form?.unfilled ?? [])
      .filter((one) => one.source === source)
      .map(({ label }) => label)
      .join(', ');
  return (
    <>
      {of('profile') ? (
        <Notice
          tone="wait"
          title={t('prepare.blanks')}
          actions={
            <ButtonLink to="/settings" variant="default">
              {t('prepare.blanksAction')}
            </ButtonLink>
          }
        >
          {of('profile')}
        </Notice>
      ) : null}
      {of('client') ? (
        <Notice
          tone="wait"
          title={t('prepare.clientBlanks')}
          actions={
            <ButtonLink to="/clients/$clientId/edit" params={{ clientId }} variant="default">
              {t('prepare.clientBlanksAction')}
            </ButtonLink>
          }
        >
          {of('client')}
        </Notice>
      ) : null}
    </>
  );
};

/** For whom, and which way at most. The rest is the client's to choose. */
export const PrepareReleaseForm = ({ client, members, releases, forms, contactId, replaces }: Props): JSX.Element => {
  const { t } = useTranslation('releases');
  const { id: clientId, chosenName: name } = client;
  const before = releases.find(({ id }) => id === replaces);
  const about = {
    key: `release-${clientId}-${contactId ?? ''}`,
    title: t('prepare.draft', { name }),
    place: `/clients/${clientId}/releases/new${contactId ? `?contactId=${contactId}` : ''}`,
  };
  const draft = releases.find((one) => one.state === 'draft' && one.standingId === contactId);
  const { value, set, drop } = useDraft(about, Prepared, () => ({
    contactId,
    direction: before?.direction ?? draft?.direction ?? 'to',
    formId: before?.formId ?? draft?.formId ?? 'release-of-information',
  }));
  const [attempt, setAttempt] = useState(0);
  const offered = releaseForms.filter((id) => forms.some((form) => form.id === id));
  const wrong = attempt > 0 && value.contactId === null ? t('prepare.whoNeeded') : undefined;

  const { busy, error, press } = usePressed(async (): Promise<AppError | null> => {
    setAttempt(attempt + 1);
    if (value.contactId === null) return null;
    const ready = await call('releases.prepare', {
      clientId,
      contactId: value.contactId,
      formId: value.formId,
      direction: value.direction,
      replaces: before?.standingId === value.contactId ? replaces : null,
    });
    if (!ready.ok) return ready.error;
    drop();
    flushDrafts();
    const begun = await call('handover.begin', { clientId, forms: [{ formId: value.formId, blanks: { release: ready.value.id } }] });
    if (!begun.ok) return begun.error;
    window.location.reload();
    return null;
  });
  return (
    <div className="page-body form-column">
      <ErrorSummary problems={wrong ? [{ field: 'release-who', label: t('prepare.who'), text: wrong }] : []} attempt={attempt} goingOn />
      <p className="md">{t('prepare.text', { name })}</p>
      <PrepareReleaseWho
        name={name}
        members={members}
        chosen={value.contactId}
        onChoose={(chosen) => set({ ...value, contactId: chosen })}
        problem={wrong}
      />
      <Radio.Group
        label={t('prepare.way')}
        description={t('prepare.wayHelp', { name })}
        value={value.direction}
        onChange={(chosen) => set({ ...value, direction: sharingDirections.find((one) => one === chosen) ?? value.direction })}
      >
        <div className="sharing-choices">
          {sharingDirections.map((direction) => (
            <Radio key={direction} value={direction} label={t(`direction.${direction}`)} />
          ))}
        </div>
      </Radio.Group>
      {offered.length > 1 ? (
        <Radio.Group
          label={t('prepare.form')}
          description={t('prepare.formHelp')}
          value={value.formId}
          onChange={(chosen) => set({ ...value, formId: releaseForms.find((one) => one === chosen) ?? value.formId })}
        >
          <div className="sharing-choices">
            {offered.map((formId) => (
              <Radio key={formId} value={formId} label={t(`form.${formId}`)} />
            ))}
          </div>
        </Radio.Group>
      ) : null}
      {before?.signedAt && before.standingId === value.contactId ? (
        <p className="ink-2">{t('prepare.replaces', { moment: momentWords(before.signedAt) })}</p>
      ) : null}
      <Blanks form={forms.find(({ id }) => id === value.formId)} clientId={clientId} />
      <div className="prepare-foot">
        {error ? <PrepareReleaseRefused clientId={clientId} formId={value.formId} error={error} /> : null}
        <p className="ink-2">{t('prepare.handOverText')}</p>
        <div className="row wrap form-actions">
          <Button leftSection={<Icon icon={IconDeviceTablet} />} disabled={busy} onClick={() => void press()}>
            {busy ? t('prepare.handingOver') : t('prepare.handOver')}
          </Button>
          <ButtonLink to="/clients/$clientId/consent/paper/$formId" params={{ clientId, formId: value.formId }} variant="default">
            {t('prepare.print')}
          </ButtonLink>
          <ButtonLink to="/clients/$clientId/sharing" params={{ clientId }} variant="subtle" onClick={() => drop()}>
            {t('prepare.notNow')}
          </ButtonLink>
        </div>
        <p className="ink-2">{t('prepare.printText')}</p>
      </div>
    </div>
  );
};
