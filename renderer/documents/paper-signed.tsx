import { NativeSelect } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { isFiledFromPaper } from '../../shared/paper-forms.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { PaperReading } from './paper-reading.tsx';

type Paper = { readonly id: string; readonly clientId: string };

/** Which form a paper is: of one place, for one recipient, or neither. */
type Which = { readonly formId: string; readonly area: string | null; readonly releaseId: string | null };

const keyOf = ({ formId, area, releaseId }: Which): string => [formId, area ?? '', releaseId ?? ''].join(' ');

const isIt = ({ id, area }: ConsentForm, which: Which): boolean => id === which.formId && area === which.area;

type InWordsProps = { readonly paper: Paper; readonly which: Which; readonly onClose: () => void };

/** The form in the words the paper has: those in force, or the ones this practice had before. */
const InWords = ({ paper, which, onClose }: InWordsProps): JSX.Element => {
  const { t } = useTranslation('documents');
  const { formId, releaseId } = which;
  const known = useCall('forms.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  // In the words in force they were asked for already, to choose from: the trail tells once that they were opened.
  const inForce = chosen === null && releaseId === null;
  const versions = chosen === null ? {} : { [formId]: chosen };
  const { data, error, again } = useCall('consent.forms', {
    clientId: paper.clientId,
    ...(inForce ? {} : { versions, releaseId }),
  });
  const form = data?.forms.find((one) => isIt(one, which));
  const all = known.data?.forms.find(({ id }) => id === formId)?.versions ?? [];
  return (
    <>
      {all.length > 1 ? (
        <NativeSelect
          id="signed-version"
          label={t('signed.versionOf')}
          description={t('signed.versionHelp')}
          value={chosen ?? form?.version ?? ''}
          data={all.map(({ version }) => version)}
          onChange={(event) => setChosen(event.currentTarget.value)}
          maw={520}
        />
      ) : null}
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {form ? <PaperReading key={form.shownSha256} paper={paper} form={form} releaseId={releaseId} onClose={onClose} /> : null}
    </>
  );
};

/** What this paper can be: a form as it is, or a permission that was made ready for somebody. */
const useChoices = (clientId: string) => {
  const { t } = useTranslation('documents');
  const forms = useCall('consent.forms', { clientId });
  const releases = useCall('releases.ofClient', { clientId });
  const offered = forms.data?.forms ?? [];
  const plain = offered
    .filter((form) => isFiledFromPaper(form))
    .map(({ id, area, title }) => ({ which: { formId: id, area, releaseId: null }, title }));
  const ready = (releases.data?.releases ?? [])
    .filter(({ state }) => state === 'draft')
    .map(({ id, formId, recipient }) => {
      const title = offered.find((form) => form.id === formId)?.title ?? '';
      return { which: { formId, area: null, releaseId: id }, title: t('signed.forRecipient', { title, name: recipient.name }) };
    });
  return {
    choices: forms.data && releases.data ? [...plain, ...ready] : null,
    error: forms.error ?? releases.error,
    again: async () => [await forms.again(), await releases.again()],
  };
};

/** A paper of the files becomes a form that was signed by hand: which form it is, what stands on it, and who saw the original. */
export const PaperSigned = ({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('documents');
  const { choices, error, again } = useChoices(paper.clientId);
  const [key, setKey] = useState('');
  const which = choices?.find((one) => keyOf(one.which) === key)?.which;
  return (
    <Dialog title={t('signed.title')} onClose={onClose} size={960}>
      <div className="fields">
        <p className="ink-2">{t('signed.text')}</p>
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {choices || error ? null : <Waiting>{t('signed.reading')}</Waiting>}
        {choices ? (
          <NativeSelect
            id="signed-form"
            label={t('signed.form')}
            description={t('signed.formHelp')}
            value={key}
            data={[{ value: '', label: t('signed.choose') }, ...choices.map((one) => ({ value: keyOf(one.which), label: one.title }))]}
            onChange={(event) => setKey(event.currentTarget.value)}
            maw={520}
          />
        ) : null}
        {which ? <InWords key={key} paper={paper} which={which} onClose={onClose} /> : null}
      </div>
    </Dialog>
  );
};
