import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttachmentKind, attachmentKinds } from '../../shared/attachments.ts';
import { today } from '../dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { dayProblem } from '../ui/day-problem.ts';
import { Field } from '../ui/field.tsx';
import { type PaperFields, problemsOf } from './papers-to-file.ts';

type Props = {
  /** Tells the fields of one paper from those of another. */
  readonly id: string;
  readonly fields: PaperFields;
  readonly wasTried: boolean;
  readonly onChange: (fields: Partial<PaperFields>) => void;
};

/** What a paper is called, its kind and its own day. */
export const DescribedFields = ({ id, fields, wasTried, onChange }: Props): JSX.Element => {
  const { t } = useTranslation('documents');
  const { t: errors } = useTranslation('errors');
  const { title, paperOn } = problemsOf(fields, today());
  const titleProblem =
    title === 'needed' ? (wasTried ? errors('problem.required') : undefined) : title && errors('problem.too-long', title);
  const dayWrong = paperOn === 'future' ? errors('problem.in-the-future') : dayProblem(fields.paperOn, errors);
  return (
    <>
      <Field
        id={`paper-title-${id}`}
        label={t('file.name')}
        help={t('file.nameHelp')}
        value={fields.title}
        onChange={(title) => onChange({ title })}
        problem={titleProblem ?? undefined}
        width={520}
      />
      <div className="row wrap paper-facts">
        <NativeSelect
          id={`paper-kind-${id}`}
          label={t('file.kind')}
          data={attachmentKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={fields.kind}
          onChange={(event) => onChange({ kind: event.currentTarget.value as AttachmentKind })}
        />
        <DayField
          id={`paper-day-${id}`}
          label={t('file.day')}
          help={t('file.dayHelp')}
          value={fields.paperOn}
          onChange={(paperOn) => onChange({ paperOn })}
          problem={(wasTried || paperOn === 'future' ? dayWrong : null) ?? undefined}
        />
      </div>
    </>
  );
};
