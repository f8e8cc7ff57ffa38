import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Profile, ProfileDetails } from '../../shared/profile.ts';
import { usePractice } from '../practice.ts';
import { Conflict, type Difference, type Side } from '../ui/conflict.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Notice, SaveError, said } from '../ui/notice.tsx';
import { placeName } from '../ui/places.ts';
import { ProfileFields } from '../ui/profile-fields.tsx';
import { type ProfileField, profileFields, profileIssues, profileProblems } from '../ui/profile-form.ts';
import { keyOf, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';

/** As it is typed: not every state of it could be saved. */
const Draft = z
  .strictObject({
    details: z.strictObject({
      practiceName: z.string(),
      address: z.string(),
      practitionerName: z.string(),
      credential: z.string(),
      licenceWords: z.string(),
      place: z.string(),
      zone: z.string(),
      paper: ProfileDetails.shape.paper,
    }),
    version: z.int(),
  })
  .readonly();
type Draft = z.infer<typeof Draft>;

const key = 'profile';

const detailsOf = (profile: Profile): ProfileDetails => {
  const { version: _version, role: _role, ...details } = profile;
  return details;
};

const savedDraft = (profile: Profile): Draft => ({ details: detailsOf(profile), version: profile.version });

const shown = (
  field: ProfileField,
  details: ProfileDetails,
  t: { readonly settings: TFunction<'settings'>; readonly places: TFunction<'places'> },
): string => {
  if (field === 'paper') return t.settings(`paper.${details.paper}`);
  return field === 'place' ? placeName(details.place, t) : details[field];
};

export const PracticeSettings = (): JSX.Element => {
  const { t } = useTranslation('settings');
  const { t: errors } = useTranslation('errors');
  const { t: places } = useTranslation('places');
  const profile = usePractice();
  const queries = useQueryClient();
  const {
    value: draft,
    set,
    drop,
    found,
  } = useDraft({ key, title: t('practice.draft'), place: '/settings/practice' }, Draft, () => savedDraft(profile));
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('profile.update');

  const current = error?.code === 'conflict' ? Profile.safeParse(error.current).data : undefined;
  const words = { settings: t, places };
  const differences: readonly Difference<ProfileField>[] = current
    ? profileFields
        .map((field) => ({
          field,
          label: t(`field.${field}`),
          theirs: shown(field, detailsOf(current), words),
          yours: shown(field, draft.details, words),
        }))
        .filter((one) => one.theirs !== one.yours)
    : [];
  const own = profileIssues(draft.details, profileFields);
  const refused = error?.code === 'invalid' ? error.issues : [];
  const problems = profileProblems(attempt > 0 && own.length > 0 ? own : refused, { errors, settings: t });

  const save = async (from: Draft): Promise<void> => {
    set(from);
    const reply = await send({ version: from.version, details: from.details });
    if (!reply.ok) return;
    queries.setQueryData(keyOf('profile.get', {}), reply.value);
    drop(savedDraft(reply.value));
    setAttempt(0);
    said(t('practice.saved'));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!isSending && own.length === 0) await save(draft);
  };
  const chosen = (sides: Readonly<Record<ProfileField, Side>>): void => {
    if (!current) return;
    const theirs = detailsOf(current);
    const details = ProfileDetails.parse(
      Object.fromEntries(profileFields.map((field) => [field, sides[field] === 'theirs' ? theirs[field] : draft.details[field]])),
    );
    void save({ details, version: current.version });
  };

  if (profile.role !== 'owner') return <Notice tone="sage" title={t('practice.notOwner')} />;
  if (differences.length > 0) return <Conflict differences={differences} busy={isSending} onChosen={chosen} />;
  return (
    <form className="form-column" onSubmit={(event) => void submit(event)} noValidate>
      <p className="ink-2 lead">{t('practice.lead')}</p>
      {found ? <Notice tone="sage" title={t('practice.found')} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} />
      {error && error.code !== 'invalid' ? <SaveError error={error} /> : null}
      <ProfileFields
        details={draft.details}
        onChange={(details) => {
          forget();
          set({ ...draft, details });
        }}
        fields={profileFields}
        problems={problems}
      />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {t('practice.save')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            forget();
            setAttempt(0);
            drop(savedDraft(profile));
          }}
        >
          {t('practice.discard')}
        </Button>
        <DraftState of={key} />
      </div>
    </form>
  );
};
