import { Button, Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clearanceWays } from '../../shared/clearance.ts';
import type { KeptWords } from '../../shared/note-values.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { HelpedText } from '../ui/helped-text.tsx';
import { Notice, SaveError, said } from '../ui/notice.tsx';
import { AskAbout } from './clearance-about.tsx';
import { mayBeNamed } from './clearance-rule.ts';
import { AskWho } from './clearance-who.tsx';
import { type AskWith, useClearanceAsk } from './use-clearance-ask.ts';

const noted: readonly string[] = [];
const snippets: ReadonlyMap<string, string> = new Map();

export const AskForm = (props: AskWith): JSX.Element => {
  const { t } = useTranslation('clearance');
  const navigate = useNavigate();
  const ask = useClearanceAsk(props);
  const [kept, setKept] = useState<readonly KeptWords[]>([]);
  const { value, change, chosen, problemOf } = ask;
  const { client, content } = props.care;
  const params = { clientId: client.id };
  const unnamed = chosen.filter((one) => !mayBeNamed(one, content.sections)).map(({ item }) => item.condition);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const of = await ask.keep();
    if (of === null) return;
    said(t('ask.done', { of }));
    await navigate({ to: '/clients/$clientId/clearance', params, replace: true });
  };
  return (
    <form className="page-body form-column" onSubmit={(event) => void submit(event)} noValidate>
      {ask.found ? (
        <Notice
          tone="sage"
          title={t('ask.found')}
          actions={
            <Button variant="default" onClick={ask.startAnew}>
              {t('ask.startAnew')}
            </Button>
          }
        />
      ) : null}
      <ErrorSummary problems={ask.shown} attempt={ask.attempt} />
      {ask.error ? <SaveError error={ask.error} /> : null}
      <AskAbout
        findings={props.findings}
        chosen={value.findings}
        onChosen={(findings) => change({ findings })}
        problem={problemOf('about')}
      />
      <AskWho ask={ask} members={props.members} />
      <Marked wrong={problemOf('how') !== undefined}>
        <Radio.Group
          id="how"
          label={t('ask.how')}
          value={value.way}
          onChange={(way) => change({ way })}
          error={problemOf('how') ? <Wrong>{problemOf('how')}</Wrong> : undefined}
        >
          <div className="contact-kinds">
            {clearanceWays.map((way) => (
              <Radio key={way} value={way} label={t(`way.${way}`)} />
            ))}
          </div>
        </Radio.Group>
      </Marked>
      <Field
        id="day"
        label={t('ask.day')}
        help={t('ask.dayHelp')}
        width={220}
        value={value.day}
        onChange={(day) => change({ day })}
        problem={problemOf('day')}
      />
      <div className="fields clearance-question">
        <Marked wrong={problemOf('question') !== undefined}>
          <HelpedText
            id="question"
            label={t('ask.question')}
            description={t('ask.questionHelp')}
            minRows={6}
            value={ask.question}
            onChange={(question) => change({ question })}
            error={problemOf('question') ? <Wrong>{problemOf('question')}</Wrong> : undefined}
            kept={kept}
            onKeep={(one) => setKept([...kept, one])}
            noted={noted}
            snippets={snippets}
          />
        </Marked>
        {unnamed.length > 0 ? <p className="ink-2">{t('ask.unnamed', { about: unnamed.join('; ') })}</p> : null}
        {ask.question !== ask.suggestion ? (
          <div className="row">
            <Button variant="subtle" onClick={() => change({ question: null })}>
              {t('ask.suggest')}
            </Button>
          </div>
        ) : null}
      </div>
      <div className="row wrap form-actions">
        <Button type="submit" disabled={ask.isSending}>
          {t('ask.save')}
        </Button>
        <ButtonLink to="/clients/$clientId/clearance" params={params} variant="subtle">
          {t('ask.no')}
        </ButtonLink>
        <DraftState of={ask.key} />
      </div>
    </form>
  );
};
