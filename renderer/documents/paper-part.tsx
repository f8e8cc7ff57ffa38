import { Checkbox, Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { opensText } from '../../shared/form-answers.ts';
import { DayField } from '../ui/day-field.tsx';
import { Field, Wrong } from '../ui/field.tsx';
import type { Read } from './paper-answers.ts';
import { PaperBeside } from './paper-beside.tsx';
import { PaperOnePlace, PaperPlaces } from './paper-places.tsx';

type Props = {
  readonly clientId: string;
  readonly form: Pick<ConsentForm, 'area' | 'areas'>;
  readonly element: FormElement;
  readonly read: Read;
  readonly onRead: (read: Read) => void;
  readonly isMissing: boolean;
};

const Chosen = ({ element, read, onRead }: Pick<Props, 'element' | 'read' | 'onRead'>): JSX.Element => {
  const { t } = useTranslation('documents');
  const { options, capture, title, id } = element;
  const isOpen = read.values.some((value) => opensText(element, value));
  return (
    <>
      {capture === 'choice' ? (
        <Radio.Group
          label={t('signed.answer')}
          aria-label={title}
          value={read.values[0] ?? null}
          onChange={(value) => onRead({ ...read, values: [value], other: '' })}
        >
          <div className="fields paper-options">
            {options.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </div>
        </Radio.Group>
      ) : (
        <Checkbox.Group
          label={t('signed.answers')}
          aria-label={title}
          value={[...read.values]}
          onChange={(values) => onRead({ ...read, values })}
        >
          <div className="fields paper-options">
            {options.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {isOpen ? (
        <Field id={`signed-${id}-other`} label={t('signed.other')} value={read.other} onChange={(other) => onRead({ ...read, other })} />
      ) : null}
    </>
  );
};

const Places = ({ form, element, read, onRead }: Omit<Props, 'isMissing' | 'clientId'>): JSX.Element => {
  const [place] = form.areas;
  const shared = { marked: read.places, onMark: (places: Read['places']) => onRead({ ...read, places }) };
  return form.area !== null && place ? (
    <PaperOnePlace {...shared} area={place} title={element.title} />
  ) : (
    <PaperPlaces {...shared} areas={form.areas} />
  );
};

const Input = ({ clientId, form, element, read, onRead }: Omit<Props, 'isMissing'>): JSX.Element | null => {
  const { t } = useTranslation('documents');
  const { id, capture } = element;
  const shared = { id: `signed-${id}`, value: read.text, onChange: (text: string) => onRead({ ...read, text }) };
  switch (capture) {
    case 'confirm':
      return (
        <Checkbox
          id={`signed-${id}`}
          label={t('signed.agreed')}
          checked={read.agreed}
          onChange={(event) => onRead({ ...read, agreed: event.currentTarget.checked })}
        />
      );
    case 'initial':
      return <Field {...shared} label={t('signed.initials')} width={200} />;
    case 'text':
      return <Field {...shared} label={t('signed.written')} rows={2} />;
    case 'date':
      return <DayField {...shared} label={t('signed.date')} />;
    case 'choice':
    case 'multi':
      return <Chosen element={element} read={read} onRead={onRead} />;
    case 'map':
      return <Places form={form} element={element} read={read} onRead={onRead} />;
    case 'upload':
      return <PaperBeside id={`signed-${id}`} clientId={clientId} named={read.paper} onName={(paper) => onRead({ ...read, paper })} />;
    default:
      return null;
  }
};

/** One part of the form with its words, to be compared with the paper, and what stands there. */
export const PaperPart = ({ clientId, form, element, read, onRead, isMissing }: Props): JSX.Element => {
  const { t } = useTranslation('documents');
  return (
    <fieldset className="upload paper-line">
      <legend className="upload-label">{element.title}</legend>
      <div className="ink-2 paper-words" dir="auto">
        {element.text}
      </div>
      <div role="status">{isMissing ? <Wrong>{t('signed.missing')}</Wrong> : null}</div>
      {read.declined ? null : <Input clientId={clientId} form={form} element={element} read={read} onRead={onRead} />}
      {element.allowDeclined ? (
        <Checkbox
          label={t('signed.declined')}
          checked={read.declined}
          onChange={(event) => onRead({ ...read, declined: event.currentTarget.checked })}
        />
      ) : null}
    </fieldset>
  );
};
