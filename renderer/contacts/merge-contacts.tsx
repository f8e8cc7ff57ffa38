import { Button, Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../shared/contacts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { type ContactField, contactFields, contactLabel, contactReading, differingFields, typedContact } from '../ui/contact-form.ts';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { allOf, madeOne, type Side, Sides, suggestedSides, undecided } from './merge-rule.ts';
import { useStandingContact } from './use-standing-contact.ts';

type Two = { readonly kept: Contact; readonly other: Contact };

type LineProps = Two & { readonly field: ContactField; readonly side: Side | undefined; readonly onSide: (side: Side) => void };

const sidesOf = (field: ContactField, { kept, other }: Two): readonly Side[] =>
  field === 'note' && kept.note && other.note ? ['kept', 'other', 'both'] : ['kept', 'other'];

/** One field of both, beside each other. */
const Line = ({ kept, other, field, side, onSide }: LineProps): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { t: tUi } = useTranslation('ui');
  const words = (one: Side): string => {
    if (one === 'both') return t('merge.bothText');
    return contactReading(t, field, typedContact(one === 'kept' ? kept : other));
  };
  return (
    <Radio.Group
      label={contactLabel(t, field, kept.kind)}
      value={side ?? ''}
      onChange={(next) => onSide(sidesOf(field, { kept, other }).find((one) => one === next) ?? 'kept')}
    >
      <div className="conflict-sides">
        {sidesOf(field, { kept, other }).map((one) => (
          <Radio.Card key={one} value={one} className="conflict-side">
            <Radio.Indicator />
            <span>
              <span className="xs ink-3 block">{t(`merge.${one}`)}</span>
              <span className="contact-note" dir="auto">
                {words(one) || <em>{tUi('conflict.empty')}</em>}
              </span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
};

/** What the one that stays will be, before it is. */
const Preview = ({ kept, other, sides }: Two & { readonly sides: Sides }): JSX.Element => {
  const { t } = useTranslation('contacts');
  const two = { kept: typedContact(kept), other: typedContact(other) };
  const result = madeOne(two, sides);
  const open = undecided(two, sides);
  const shown = contactFields.filter((field) => open.includes(field) || contactReading(t, field, result) !== '');
  return (
    <section aria-labelledby="merge-preview">
      <h2 id="merge-preview" className="section-title">
        {t('merge.preview')}
      </h2>
      <dl className="facts" aria-live="polite">
        {shown.map((field) => (
          <div key={field} className="fact">
            <dt>{contactLabel(t, field, result.kind)}</dt>
            <dd className="contact-note" dir="auto">
              {open.includes(field) ? <span className="wait b">{t('merge.toChoose')}</span> : contactReading(t, field, result)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const MergeForm = ({ kept, other }: Two): JSX.Element => {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const two = { kept: typedContact(kept), other: typedContact(other) };
  const about = {
    key: `contact-merge-${kept.id}/${other.id}`,
    title: t('merge.draft', { name: kept.name }),
    place: `/contacts/${kept.id}/merge/${other.id}`,
  };
  const { value: sides, set, drop } = useDraft(about, Sides, () => suggestedSides(two));
  const { send, isSending, error, forget } = useSend('contacts.merge');
  const [asking, setAsking] = useState(false);
  const open = undecided(two, sides);
  const result = madeOne(two, sides);
  const merge = async (): Promise<void> => {
    setAsking(false);
    if (isSending) return;
    const seen = { keepId: kept.id, keepVersion: kept.version, goneId: other.id, goneVersion: other.version };
    const reply = await send({ ...seen, details: result });
    if (!reply.ok) return;
    drop();
    said(t('merge.done', { name: reply.value.name }));
    await navigate({ to: '/contacts/$contactId', params: { contactId: reply.value.id }, replace: true });
  };
  const choose = (next: Sides): void => {
    forget();
    set(next);
  };
  return (
    <>
      <p className="md">{t('merge.text')}</p>
      {error?.code === 'conflict' ? <Notice tone="wait" title={t('merge.meanwhile')} live /> : null}
      {error && error.code !== 'conflict' ? <ErrorNotice error={error} /> : null}
      {differingFields(two.kept, two.other).length > 0 ? (
        <>
          <div className="row wrap">
            <Button variant="default" onClick={() => choose(allOf(two, 'kept'))}>
              {t('merge.allKept')}
            </Button>
            <Button variant="default" onClick={() => choose(allOf(two, 'other'))}>
              {t('merge.allOther')}
            </Button>
          </div>
          {differingFields(two.kept, two.other).map((field) => (
            <Line
              key={field}
              kept={kept}
              other={other}
              field={field}
              side={sides[field]}
              onSide={(side) => choose({ ...sides, [field]: side })}
            />
          ))}
        </>
      ) : (
        <p className="ink-2">{t('merge.same')}</p>
      )}
      <Preview kept={kept} other={other} sides={sides} />
      <div className="row wrap form-actions">
        <Button disabled={open.length > 0 || isSending} onClick={() => setAsking(true)}>
          {t('merge.go')}
        </Button>
        <ButtonLink to="/contacts/$contactId" params={{ contactId: kept.id }} variant="subtle" onClick={() => drop()}>
          {t('merge.no')}
        </ButtonLink>
        <span role="status" className="xs wait">
          {open.length > 0 ? t('merge.open', { count: open.length }) : ''}
        </span>
      </div>
      <Confirm
        opened={asking}
        title={t('merge.confirmTitle', { name: result.name })}
        text={t('merge.confirmText', { name: result.name, other: other.name })}
        yes={t('merge.confirmYes')}
        no={t('merge.no')}
        busy={isSending}
        onNo={() => setAsking(false)}
        onYes={() => void merge()}
      />
    </>
  );
};

/** Two that are one: side by side, and what is taken from each. */
export const MergeContacts = ({ contactId, otherId }: { readonly contactId: string; readonly otherId: string }): JSX.Element => {
  const { t } = useTranslation('contacts');
  const kept = useStandingContact(contactId);
  const other = useStandingContact(otherId);
  const error = kept.error ?? other.error;
  return (
    <>
      <PageHead title={t('merge.title')} />
      <div className="page-body form-column">
        {error ? <ErrorNotice error={error} again={kept.error ? kept.again : other.again} /> : null}
        {!error && (!kept.data || !other.data) ? <Waiting>{t('page.reading')}</Waiting> : null}
        {kept.data && other.data ? <MergeForm key={`${contactId} ${otherId}`} kept={kept.data.contact} other={other.data.contact} /> : null}
      </div>
    </>
  );
};
