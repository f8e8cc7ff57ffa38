import { Button, Group, Modal, Radio } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChangeKind, changeKinds } from '../../../shared/form-texts.ts';
import { limits } from '../../../shared/limits.ts';
import { shows } from '../../../shared/text.ts';
import { goToField } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { tooLong } from '../../ui/too-long.ts';
import type { TextDraft } from './text-draft.ts';

type SaveProps = {
  readonly opened: boolean;
  readonly draft: TextDraft;
  readonly busy: boolean;
  /** Where the focus goes when it closes: back, or to what the page says. */
  readonly returnFocus: boolean;
  readonly onChange: (draft: TextDraft) => void;
  readonly onSave: () => void;
  readonly onBack: () => void;
};

/** Asks what kind of change it is, because older signatures hang on it. */
export const SaveText = ({ opened, draft, busy, returnFocus, onChange, onSave, onBack }: SaveProps): JSX.Element => {
  const { t } = useTranslation('forms');
  const { t: errors } = useTranslation('errors');
  const [tried, setTried] = useState(false);
  const long = tooLong(draft.note, limits.line);
  const problem = long
    ? errors('problem.too-long', long)
    : draft.kind === 'meaning' && !shows(draft.note)
      ? t('save.noteNeeded')
      : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problem) goToField('change-note');
    else if (!busy) onSave();
  };
  return (
    <Modal
      opened={opened}
      onClose={onBack}
      returnFocus={returnFocus}
      title={<span className="lg b">{t('save.title')}</span>}
      withCloseButton={false}
      size={560}
    >
      <form onSubmit={submit} noValidate className="fields">
        <Radio.Group
          label={t('save.kind')}
          value={draft.kind}
          onChange={(kind) => onChange({ ...draft, kind: changeKinds.find((one) => one === kind) ?? ('meaning' satisfies ChangeKind) })}
        >
          <div className="change-kinds">
            {changeKinds.map((kind) => (
              <Radio key={kind} value={kind} label={t(`save.${kind}.label`)} description={t(`save.${kind}.text`)} />
            ))}
          </div>
        </Radio.Group>
        <Field
          id="change-note"
          label={t('save.note')}
          help={t('save.noteHelp')}
          value={draft.note}
          onChange={(note) => onChange({ ...draft, note })}
          problem={tried ? problem : undefined}
          required={draft.kind === 'meaning'}
          rows={2}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onBack}>
            {t('save.back')}
          </Button>
          <Button type="submit" disabled={busy}>
            {t('save.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
};
