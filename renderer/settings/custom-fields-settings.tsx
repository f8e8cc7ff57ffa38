import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../practice.ts';
import { Confirm } from '../ui/confirm.tsx';
import { goToField } from '../ui/error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import { CustomFieldEdit } from './custom-fields-edit.tsx';
import type { ListedField } from './custom-fields-form.ts';
import { OfferedList } from './schedule/offered-list.tsx';
import { type OpenForm, useOpenForm } from './schedule/use-open-form.ts';
import './schedule/schedule-settings.css';

type Step = 'up' | 'down';

const moved = (ids: readonly string[], id: string, step: Step): string[] => {
  const at = ids.indexOf(id);
  const rest = ids.filter((one) => one !== id);
  return rest.toSpliced(step === 'up' ? Math.max(0, at - 1) : at + 1, 0, id);
};

/** What moves keeps the focus on the way it went, or on the way back where there is no further. */
const useMoving = (fields: readonly ListedField[]) => {
  const { send, isSending, error } = useSend('customFields.order');
  const follow = useRef<{ readonly id: string; readonly step: Step } | null>(null);
  useEffect(() => {
    if (!follow.current) return;
    const { id, step } = follow.current;
    follow.current = null;
    const isLast = fields.at(step === 'up' ? 0 : -1)?.id === id;
    goToField(`field-${isLast ? (step === 'up' ? 'down' : 'up') : step}-${id}`);
  }, [fields]);
  const move = async (id: string, step: Step): Promise<void> => {
    if (isSending) return;
    follow.current = { id, step };
    const ids = fields.map((one) => one.id);
    await send({ ids: moved(ids, id, step) });
  };
  return { move, error };
};

type ListProps = { readonly fields: readonly ListedField[]; readonly form: OpenForm; readonly isOwner: boolean };

const Fields = ({ fields, form, isOwner }: ListProps): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: tUi } = useTranslation('ui');
  const { move, error: notMoved } = useMoving(fields);
  const save = useSend('customFields.save');
  const removal = useSend('customFields.remove');
  const [asked, setAsked] = useState<ListedField | null>(null);
  const error = notMoved ?? save.error ?? removal.error;
  const turn = async ({ id, version, held: _held, ...details }: ListedField, inUse: boolean): Promise<void> => {
    const reply = await save.send({ id, version, details: { ...details, inUse } });
    if (reply.ok) said(t(inUse ? 'fields.turnedOn' : 'fields.turnedOff', { name: details.label }));
  };
  const remove = async ({ id, version, label }: ListedField): Promise<void> => {
    setAsked(null);
    const reply = await removal.send({ id, version });
    if (reply.ok) said(t('fields.removed', { name: label }));
  };
  const arrow = (field: ListedField, step: Step): JSX.Element => (
    <ActionIcon
      id={`field-${step}-${field.id}`}
      variant="subtle"
      size={44}
      aria-label={t(`fields.${step}`, { name: field.label })}
      disabled={fields.at(step === 'up' ? 0 : -1)?.id === field.id}
      onClick={() => void move(field.id, step)}
    >
      <Icon icon={step === 'up' ? IconArrowUp : IconArrowDown} size={18} />
    </ActionIcon>
  );
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <OfferedList
        label={t('fields.list')}
        all={fields.map((field) => ({ ...field, name: field.label, active: field.inUse }))}
        form={form}
        mayChange={isOwner}
        about={({ kind, options, held }) => (
          <>
            <span className="block" dir="auto">
              {[t(`fields.kind.${kind}`), ...(options.length > 0 ? [options.join(', ')] : [])].join(': ')}
            </span>
            {held > 0 ? t('fields.held', { count: held }) : null}
          </>
        )}
        more={(field) =>
          isOwner ? (
            <>
              {arrow(field, 'up')}
              {arrow(field, 'down')}
              {field.held === 0 ? (
                <Button variant="subtle" aria-label={t('fields.removeOf', { name: field.label })} onClick={() => setAsked(field)}>
                  {t('fields.remove')}
                </Button>
              ) : null}
            </>
          ) : null
        }
        edit={(field) => <CustomFieldEdit field={field} onClose={form.close} />}
        add={t('fields.add')}
        isFirst={fields.length === 0}
        onTurn={({ name: _name, active: _active, ...field }, inUse) => void turn(field, inUse)}
      />
      <Confirm
        opened={asked !== null}
        title={t('fields.removeTitle', { name: asked?.label ?? '' })}
        text={t('fields.removeText')}
        yes={t('fields.removeYes')}
        no={tUi('cancel')}
        onNo={() => setAsked(null)}
        onYes={() => (asked ? void remove(asked) : undefined)}
      />
    </>
  );
};

/** What the practice asks of a client beyond what every record has. */
export const CustomFieldsSettings = (): JSX.Element => {
  const { t } = useTranslation('clients');
  const isOwner = usePractice().role === 'owner';
  const list = useCall('customFields.list', {});
  const form = useOpenForm('custom-field', 'label');
  return (
    <section className="setup-page" aria-labelledby="fields-title">
      <h3 id="fields-title" className="section-title">
        {t('fields.title')}
      </h3>
      <p className="ink-2 lead">{t('fields.lead')}</p>
      {isOwner ? null : <p className="ink-2">{t('fields.ownerChanges')}</p>}
      {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
      {list.data ? <Fields fields={list.data.fields} form={form} isOwner={isOwner} /> : null}
      {list.isPending ? <Waiting /> : null}
    </section>
  );
};
