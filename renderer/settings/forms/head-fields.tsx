import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Blank, FormText } from '../../../shared/form-texts.ts';
import { Field } from '../../ui/field.tsx';
import type { Words } from './text-draft.ts';
import { WithBlanks } from './with-blanks.tsx';

type HeadProps = {
  readonly text: Pick<FormText, 'clientTitle' | 'intro'>;
  readonly blanks: readonly Blank[];
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (words: Words) => void;
};

/** Title and first words, beside what the client reads. */
export const HeadFields = ({ text, blanks, problems, onChange }: HeadProps): JSX.Element => {
  const { t } = useTranslation('forms');
  return (
    <section className="text-part" aria-labelledby="part-head">
      <div className="text-part-head">
        <h3 id="part-head" className="section-title">
          {t('edit.head')}
        </h3>
      </div>
      <div className="text-part-fields">
        <Field
          id="clientTitle"
          label={t('field.clientTitle')}
          value={text.clientTitle}
          onChange={(clientTitle) => onChange({ clientTitle })}
          problem={problems.clientTitle}
        />
        <Field
          id="intro"
          label={t('field.intro')}
          value={text.intro}
          onChange={(intro) => onChange({ intro })}
          problem={problems.intro}
          rows={4}
        />
      </div>
      <div className="text-part-read">
        <p className="xs ink-2">{t('edit.clientReads')}</p>
        <div className="read">
          <p className="reading-head" dir="auto">
            {text.clientTitle}
          </p>
          <p className="reading-text" dir="auto">
            <WithBlanks text={text.intro} blanks={blanks} />
          </p>
        </div>
      </div>
    </section>
  );
};
