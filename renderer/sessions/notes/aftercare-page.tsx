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
  const draft = useDraft({ key, title: t('draft', { name }), place }, AftercareDraft, () => firstAftercare(told));
  if (!made) {
    return (
      <AftercareChoose
        {...{ clientId, sessionId, name, content, told }}
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
  const titles = chosenAftercare({ items: content.items, told }, draft.value).map(({ title }) => title);
  return (
    <>
      <div className="page-body aftercare-made">
        <AftercareNote {...{ clientId, sessionId, titles }} words={draft.value.words} />
      </div>
      <DocumentView document={made} />
    </>
  );
};

type BackProps = Props & { readonly name: string; readonly onChange: (() => void) | null };

/** From the page to what is ticked on it, from there to where it came from. */
const Back = ({ clientId, sessionId, name, onChange }: BackProps): JSX.Element => {
  const { t } = useTranslation('aftercare');
  const icon = <Icon icon={IconArrowLeft} />;
  return (
    <div className="document-back">
      {onChange ? (
        <Button variant="subtle" leftSection={icon} onClick={onChange}>
          {t('change')}
        </Button>
      ) : sessionId ? (
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
      <Back {...{ clientId, sessionId, name }} onChange={made ? () => onMade(null) : null} />
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
