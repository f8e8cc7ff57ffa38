import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpen } from '../../shared/finding-rules.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { AskForm } from './clearance-ask-form.tsx';
import { useHealth } from './use-health.ts';

type Props = { readonly clientId: string; readonly asked: readonly string[] };

/** Notes that a clinician was asked. `asked`: findings it begins with. */
export const ClearanceNew = ({ clientId, asked }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { care, error, again } = useHealth(clientId);
  const team = useCall('careTeam.of', { clientId });
  const failed = error ?? team.error;
  const findings = care?.of.findings.filter(isOpen) ?? [];
  const isReady = care !== null && team.data !== undefined;
  const name = care?.client.chosenName;
  return (
    <>
      <PageHead title={t('ask.title')} sub={name ? <span dir="auto">{name}</span> : undefined} />
      {failed || !isReady ? (
        <div className="page-body">
          {failed ? <ErrorNotice error={failed} again={error ? again : team.again} /> : <Waiting>{t('reading')}</Waiting>}
        </div>
      ) : null}
      {!failed && isReady && findings.length === 0 ? (
        <div className="page-body form-column">
          <Notice
            tone="sage"
            title={t('ask.nothing')}
            actions={
              <ButtonLink to="/clients/$clientId/health" params={{ clientId }} variant="default">
                {t('ask.toHealth')}
              </ButtonLink>
            }
          />
        </div>
      ) : null}
      {!failed && care && team.data && findings.length > 0 ? (
        <AskForm
          key={`${clientId} ${asked.join(' ')}`}
          care={care}
          findings={findings}
          members={team.data.members.filter(({ endedOn }) => endedOn === null)}
          asked={asked}
        />
      ) : null}
    </>
  );
};
