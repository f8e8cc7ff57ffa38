import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { fieldIn, withField } from './editor-document.ts';
import { useLetter } from './letter-context.ts';

type Props = { readonly name: string; readonly onClose: () => void };

/** Fills a blank by hand, wherever it stands in the letter. */
export const FillBlank = ({ name, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  const { t: errors } = useTranslation('errors');
  const { open, draft, put } = useLetter();
  const field = open.fields[name];
  const [typed, setTyped] = useState(() => fieldIn(draft.document, name));
  const long = tooLong(typed, limits.paragraph);
  const fill = (value: string, isTyped: boolean): void => {
    put(withField(draft.document, name, value, isTyped));
    onClose();
  };
  const kept = field?.words ?? '';
  return (
    <Dialog title={t('fill.title')} onClose={onClose} size={560}>
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!long) fill(typed.trim(), true);
        }}
      >
        <Field
          id="letter-fill"
          label={field?.label ?? name}
          {...(field?.example ? { help: t('fill.example', { example: field.example }) } : {})}
          value={typed}
          onChange={setTyped}
          problem={long ? errors('problem.too-long', long) : undefined}
          autoFocus
        />
        <p className="ink-2">{t('fill.help')}</p>
        <div className="row wrap">
          <Button type="submit" disabled={long !== null}>
            {t('fill.action')}
          </Button>
          {kept === '' ? null : (
            <Button variant="default" onClick={() => fill(kept, false)}>
              {t('fill.back', { words: kept })}
            </Button>
          )}
          <Button variant="subtle" onClick={onClose}>
            {t('notNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
