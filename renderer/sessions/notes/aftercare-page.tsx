import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { momentDay } from '../../dates.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DocumentView } from '../../ui/document-view.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { useDraft } from '../../use-draft.ts';
import { AftercareChoose, type AftercareSheet } from './aftercare-choose.tsx';
import { AftercareDraft, type AftercareTold, chosenAftercare, firstAftercare } from './aftercare-draft.ts';
import { AftercareNote } from './aftercare-note.tsx';
import './aftercare.css';

type Props = { readonly clientId: string; readonly sessionId: string | null };
type WorkProps = Props & {
  readonly name: string;
  readonly content: OutputOf<'aftercare.content'>;
  readonly told: AftercareTold;
  readonly made: AftercareSheet | null;
  readonly onMade: (sheet: AftercareSheet | null) => void;
};

const Work = ({ clientId, sessionId, name, content, told, made, onMade }: WorkProps): JSX.Element => {
  const { t } = useTranslation('aftercare');
  const key = `aftercare-${clientId}-${sessionId ?? 'today'}`;
  const place = `/clients/${clientId}/aftercare${sessionId ? `?sessionId=${sessionId}` : ''}`;
  const draft = useDraft({ key, title: t('draft', { name }), place }, AftercareDraft, () => firstAftercare(content.items, told));
  const chosen = chosenAftercare(content.items, draft.value.items);
  if (!made) {
    return (
      <AftercareChoose
        {...{ clientId, sessionId, content }}
        isTold={told !== null}
        draftKey={key}
        draft={draft.value}
        onDraft={draft.set}
        onMade={(sheet) => {
          draft.drop();
          onMade(sheet);
        }}
      />
    );
  }
  return (
    <>
      <div className="page-body aftercare-made">
        <Button variant="subtle" leftSection={<Icon icon={IconArrowLeft} />} onClick={() => onMade(null)}>
          {t('change')}
        </Button>
        <AftercareNote {...{ clientId, sessionId }} titles={chosen.map(({ title }) => title)} words={draft.value.words} />
      </div>
      <DocumentView document={made} />
    </>
  );
};

const Back = ({ clientId, sessionId, name }: Props & { readonly name: string }): JSX.Element => {
  const { t } = useTranslation('aftercare');
  const icon = <Icon icon={IconArrowLeft} />;
  return (
    <div className="document-back">
      {sessionId ? (
        <ButtonLink to="/clients/$clientId/sessions/$sessionId" params={{ clientId, sessionId }} variant="subtle" leftSection={icon}>
          {t('toSession')}
        </ButtonLink>
      ) : (
        <ButtonLink to="/clients/$clientId" params={{ clientId }} variant="subtle" leftSection={icon}>
          {t('toClient', { name })}
        </ButtonLink>
      )}
    </div>
  );
};

/** Lines for the client to take home are ticked, looked at and printed. */
export const AftercarePage = ({ clientId, sessionId }: Props): JSX.Element => {
  const { t } = useTranslation('aftercare');
  const [made, onMade] = useState<AftercareSheet | null>(null);
  const client = useCall('clients.get', { id: clientId });
  const content = useCall('aftercare.content', {});
  const session = useCall('sessions.get', { sessionId: sessionId ?? '' }, { enabled: sessionId !== null });
  const error = client.error ?? content.error ?? session.error;
  const name = client.data?.chosenName ?? '';
  const day = session.data ? t('of', { day: momentDay(session.data.startedAt) }) : undefined;
  const isThere = client.data && content.data && (sessionId === null || session.data);
  return (
    <div className="document">
      <PageHead title={t('title')} sub={day} focusKey={made?.id ?? ''} />
      <Back clientId={clientId} sessionId={sessionId} name={name} />
      {isThere && !made ? <p className="aftercare-lead ink-2">{t('lead', { name })}</p> : null}
      {error ? (
        <div className="page-body">
          <ErrorNotice error={error} />
        </div>
      ) : null}
      {isThere && content.data ? (
        <Work {...{ clientId, sessionId, name, made, onMade }} content={content.data} told={session.data?.state.aftercare ?? null} />
      ) : null}
      {isThere || error ? null : <Waiting>{t('opening')}</Waiting>}
    </div>
  );
};
