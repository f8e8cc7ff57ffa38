import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { Field } from '../ui/field.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { CloseAftercare } from './close-aftercare.tsx';
import { CloseBrings } from './close-brings.tsx';
import { CloseFollowUp } from './close-follow-up.tsx';
import { CloseNumbers } from './close-numbers.tsx';
import { CloseWayHome } from './close-way-home.tsx';
import { Deed } from './closing-deed.tsx';
import { useConductor } from './conductor-context.ts';
import { FlagAfter } from './flag-after.tsx';
import { useClosing, useTherapists } from './use-closing.ts';
import './closing.css';

type FormProps = { readonly therapists: readonly string[] };

const ClosingForm = ({ therapists }: FormProps): JSX.Element => {
  const { t } = useTranslation('closing');
  const { t: errors } = useTranslation('errors');
  const { session, content, isSending } = useConductor();
  const wishes = useCall('clients.get', { id: session.clientId }).data?.contactWishes ?? '';
  const { typed, change, isReady, close, closing } = useClosing(therapists.length > 0);
  const prompts = content.phases.find(({ id }) => id === 'close')?.prompts ?? [];
  const problem = (text: string): string | undefined => {
    const long = tooLong(text, limits.paragraph);
    return long ? errors('problem.too-long', long) : undefined;
  };
  return (
    <>
      <CloseAftercare chosen={typed.aftercare} onChange={(aftercare) => change({ aftercare })} />
      <CloseWayHome way={typed} onChange={change} />
      <section className="closing-part">
        {prompts.map((words) => (
          <p key={words} className="closing-say">
            {t('close.remember', { words })}
          </p>
        ))}
        <Field
          id="close-remember"
          label={t('close.rememberLabel')}
          help={t('close.rememberHelp')}
          rows={2}
          value={typed.remember}
          onChange={(remember) => change({ remember })}
          problem={problem(typed.remember)}
        />
      </section>
      <CloseFollowUp tasks={typed.tasks} onChange={(tasks) => change({ tasks })} wishes={wishes} therapists={therapists} />
      <section className="closing-part">
        <Field
          id="close-left"
          label={t('close.left')}
          help={t('close.leftHelp')}
          value={typed.left}
          onChange={(left) => change({ left })}
          problem={problem(typed.left)}
        />
        <CloseBrings />
        {closing.error ? <ErrorNotice error={closing.error} /> : null}
        <div className="row wrap">
          <Deed isMain isOff={!isReady || isSending || closing.isSending} onPress={() => void close()}>
            {t(closing.error ? 'close.again' : 'close.action')}
          </Deed>
        </div>
      </section>
    </>
  );
};

/** The last minutes: numbers, what goes home with them, how they get there, and what is done afterwards. */
export const CloseStage = (): JSX.Element => {
  const { t } = useTranslation('closing');
  const { session } = useConductor();
  const { isKnown, names } = useTherapists(session.clientId);
  return (
    <section className="closing">
      <div>
        <PageTitle>{t('close.title')}</PageTitle>
        <p className="md ink-2">{t('close.lead')}</p>
      </div>
      <FlagAfter />
      <CloseNumbers />
      {isKnown ? <ClosingForm therapists={names} /> : <Waiting />}
    </section>
  );
};
