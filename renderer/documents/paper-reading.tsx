import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentForm, Signer } from '../../shared/consent-form.ts';
import { isAsked, unansweredStatements } from '../../shared/form-answers.ts';
import { isReadFromPaper } from '../../shared/paper-forms.ts';
import { signersOf } from '../../shared/signatures.ts';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { today } from '../dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';
import { DeedFoot } from './deed-foot.tsx';
import { answersRead, nothingRead, type ReadParts } from './paper-answers.ts';
import { PaperPart } from './paper-part.tsx';
import { PaperSigners, type SignedBy } from './paper-signers.tsx';

type Paper = { readonly id: string; readonly clientId: string };

const hasChart = ({ area, elements }: ConsentForm): boolean => area === null && elements.some(({ capture }) => capture === 'map');

type Props = {
  readonly paper: Paper;
  readonly form: ConsentForm;
  /** The permission it is, made ready for its recipient. */
  readonly releaseId: string | null;
  readonly onClose: () => void;
};

/** What stands on the paper, part by part, who signed it, and who saw the original. */
export const PaperReading = ({ paper, form, releaseId, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('documents');
  const { t: errors } = useTranslation('errors');
  const [read, setRead] = useState<ReadParts>({});
  const [day, setDay] = useState('');
  const [signed, setSigned] = useState<SignedBy>({});
  const [seenName, setSeenName] = useState('');
  const [wasTried, setTried] = useState(false);
  const { send, isSending, error } = useSend('consent.fileScan');
  const answers = answersRead(form, read);
  const missing = unansweredStatements(form, answers);
  const asked = signersOf(form, { underAge: true });
  const signedOn = calendarDayFromTyped(day);
  const isLater = signedOn !== null && signedOn > today();
  const signers = Object.entries(signed).map(([signer, name]) => ({ signer: signer as Signer, name }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0 || !signedOn || isLater || !shows(seenName)) return;
    const { id: formId, area, version: formVersion, shownSha256 } = form;
    const of = { clientId: paper.clientId, documentId: paper.id, formId, area, formVersion, releaseId, shownSha256 };
    const reply = await send({ ...of, signedOn, answers, signers, seenName });
    if (!reply.ok) return;
    said(t('signed.done', { title: form.title }));
    onClose();
  };
  return (
    <form className="fields" noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('signed.version', { version: form.version })}</p>
      {form.validity.kind === 'at-once' ? <p>{t('signed.stops')}</p> : null}
      {hasChart(form) ? <p>{t('signed.lateMap')}</p> : null}
      {form.elements
        .filter((element) => isReadFromPaper(element) && isAsked(form, element, answers))
        .map((element) => (
          <PaperPart
            key={element.id}
            clientId={paper.clientId}
            form={form}
            element={element}
            read={read[element.id] ?? nothingRead}
            onRead={(part) => setRead({ ...read, [element.id]: part })}
            isMissing={wasTried && missing.includes(element.id)}
          />
        ))}
      <DayField
        id="signed-day"
        label={t('signed.day')}
        value={day}
        onChange={setDay}
        problem={isLater ? errors('problem.in-the-future') : wasTried && !signedOn ? errors('problem.required') : undefined}
      />
      {asked.length > 0 ? <PaperSigners signers={asked} signed={signed} onChange={setSigned} /> : null}
      <Field
        id="signed-seen"
        label={t('signed.seen')}
        help={t('signed.seenHelp')}
        value={seenName}
        onChange={setSeenName}
        problem={wasTried && !shows(seenName) ? errors('problem.required') : undefined}
        width={520}
      />
      <DeedFoot yes={t('signed.yes')} busy={isSending} error={error} onClose={onClose} />
    </form>
  );
};
