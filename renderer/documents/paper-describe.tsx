import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filed } from '../../shared/attachments.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { today } from '../dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import { said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';
import { DeedFoot } from './deed-foot.tsx';
import { DescribedFields } from './described-fields.tsx';
import { hasProblem, type PaperFields, problemsOf } from './papers-to-file.ts';

type Props = {
  readonly paper: { readonly id: string; readonly title: string } & Pick<Filed, 'kind' | 'paperOn'>;
  readonly onClose: () => void;
};

const DescribeForm = ({ paper, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('documents');
  const [fields, setFields] = useState<PaperFields>({ title: paper.title, kind: paper.kind, paperOn: paper.paperOn ?? '' });
  const [wasTried, setTried] = useState(false);
  const { send, isSending, error } = useSend('attachments.describe');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (hasProblem(problemsOf(fields, today()))) return;
    const { title, kind } = fields;
    const reply = await send({ id: paper.id, title, kind, paperOn: calendarDayFromTyped(fields.paperOn) });
    if (!reply.ok) return;
    said(t('describe.done', { title }));
    onClose();
  };
  return (
    <form className="fields" noValidate onSubmit={(event) => void submit(event)}>
      <p className="ink-2">{t('describe.text')}</p>
      <DescribedFields id={paper.id} fields={fields} wasTried={wasTried} onChange={(more) => setFields({ ...fields, ...more })} />
      <DeedFoot yes={t('describe.yes')} busy={isSending} error={error} onClose={onClose} />
    </form>
  );
};

/** What a filed paper is called, its kind and its day: said anew, also where something signed stands on it. */
export const PaperDescribe = ({ paper }: Pick<Props, 'paper'>): JSX.Element => {
  const { t } = useTranslation('documents');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('describe.open')}
      </Button>
      {isOpen ? (
        <Dialog title={t('describe.title')} onClose={() => setOpen(false)}>
          <DescribeForm paper={paper} onClose={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
};
