import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormHead } from '../../../shared/form-texts.ts';
import { usePractice } from '../../practice.ts';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { EditFacts } from './edit-facts.tsx';
import { type AskedFact, factReading, typedFrom } from './facts-draft.ts';

/** Forms that cannot be shown to a client until these words are there. */
const StillWaiting = ({ forms }: { readonly forms: readonly FormHead[] }): JSX.Element | null => {
  const { t } = useTranslation('forms');
  const waiting = forms.filter((form) => form.unfilled.length > 0);
  if (waiting.length === 0) return <Notice tone="sage" title={t('words.allFilled')} />;
  return (
    <Notice tone="wait" title={t('list.waiting', { count: waiting.length })}>
      <ul className="waiting-forms">
        {waiting.map((form) => (
          <li key={form.id}>
            <span className="b">{form.clientTitle}</span> {form.unfilled.map((blank) => blank.label).join(' · ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const ReadOnly = ({ facts }: { readonly facts: readonly AskedFact[] }): JSX.Element => {
  const { t } = useTranslation('forms');
  const typed = typedFrom(facts);
  return (
    <>
      <p className="ink-2">{t('page.ownerChanges')}</p>
      <dl className="facts facts-one">
        {facts.map((fact) => (
          <div key={fact.placeholder} className="fact">
            <dt>{fact.label}</dt>
            <dd dir="auto">{factReading(typed, fact.placeholder, t) || t('words.notFilled')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

/** The practice's own words for the blanks of its forms. */
export const FormWords = (): JSX.Element => {
  const { t } = useTranslation('forms');
  const { role } = usePractice();
  const facts = useCall('profile.formFacts', {});
  const list = useCall('forms.list', {});
  const error = facts.error ?? list.error;
  if (error) return <ErrorNotice error={error} again={facts.error ? facts.again : list.again} />;
  if (!facts.data || !list.data) return <Waiting>{t('words.opening')}</Waiting>;
  return (
    <div className="form-words">
      <p className="ink-2">{t('words.lead')}</p>
      <StillWaiting forms={list.data.forms} />
      {role === 'owner' ? <EditFacts saved={facts.data} forms={list.data.forms} /> : <ReadOnly facts={facts.data.facts} />}
    </div>
  );
};
