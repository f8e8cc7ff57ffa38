import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Waiting as WaitingOne } from '../../shared/waitlist.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { type PracticeLists, usePracticeLists } from '../ui/use-practice-lists.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import { useEachDay } from '../use-each-day.ts';
import { FreedList } from './freed-list.tsx';
import { type WaitingAsked, WaitingDialog } from './waiting-dialog.tsx';
import { WaitingLine } from './waiting-line.tsx';
import './waitlist.css';

type ListProps = {
  readonly waiting: readonly WaitingOne[];
  readonly lists: PracticeLists;
  readonly onChange: (waiting: WaitingOne) => void;
};

/** Who waits, the longest first. */
const WhoWaits = ({ waiting, lists, onChange }: ListProps): JSX.Element => {
  const { t } = useTranslation('waitlist');
  const { t: ui } = useTranslation('ui');
  const { send, isSending, error } = useSend('waitlist.close');
  const title = useRef<HTMLHeadingElement>(null);
  const close = async ({ id, version, chosenName: name }: WaitingOne): Promise<void> => {
    const reply = await send({ id, version });
    if (!reply.ok) return;
    title.current?.focus();
    const reopen = async (): Promise<void> => {
      if ((await send({ id, version: reply.value.version, over: false })).ok) said(t('reopened', { name }));
    };
    said(t('closed', { name }), { word: ui('undo'), run: () => void reopen() });
  };
  return (
    <section aria-labelledby="who-waits">
      <h2 id="who-waits" ref={title} tabIndex={-1} className="section-title">
        {t('who')}
      </h2>
      {error ? <ErrorNotice error={error} /> : null}
      {waiting.length === 0 ? (
        <div className="empty">
          <h3 className="empty-title">{t('none')}</h3>
          <p className="ink-2">{t('noneText')}</p>
        </div>
      ) : (
        <ol className="waiting-list">
          {waiting.map((one) => (
            <WaitingLine
              key={one.id}
              waiting={one}
              lists={lists}
              busy={isSending}
              onChange={() => onChange(one)}
              onClose={() => void close(one)}
            />
          ))}
        </ol>
      )}
    </section>
  );
};

export type Asked = {
  /** `new`, or the id of the entry that is changed. */
  readonly waiting?: string;
  /** The appointment that freed a time, to offer it. */
  readonly freed?: string;
};

const askedBy = ({ waiting }: Asked, all: readonly WaitingOne[]): WaitingAsked | null => {
  if (waiting === undefined) return null;
  if (waiting === 'new') return { waiting: null, client: null };
  const one = all.find(({ id }) => id === waiting);
  return one ? { waiting: one, client: null } : null;
};

/** Who waits for a time, and the times that came free. */
export const WaitListPage = ({ asked }: { readonly asked: Asked }): JSX.Element => {
  const { t } = useTranslation('waitlist');
  const navigate = useNavigate();
  const list = useCall('waitlist.list', {});
  useEachDay(list.again);
  const { lists, error } = usePracticeLists();
  const [opened, setOpened] = useState<WaitingAsked | null>(null);
  const waiting = list.data?.waiting ?? [];
  const people = new Set(waiting.map(({ clientId }) => clientId)).size;
  const close = (): void => {
    setOpened(null);
    if (asked.waiting !== undefined) void navigate({ to: '/wait-list', search: {}, replace: true });
  };
  const failure = list.error ?? error;
  return (
    <>
      <PageHead
        title={t('title')}
        sub={people > 0 ? t('sub', { count: people }) : undefined}
        action={
          <Button leftSection={<Icon icon={IconPlus} />} onClick={() => setOpened({ waiting: null, client: null })}>
            {t('add')}
          </Button>
        }
      />
      <div className="page-body wait-list">
        {failure ? <ErrorNotice error={failure} again={list.again} /> : null}
        {list.data && lists ? (
          <>
            <FreedList lists={lists} asked={asked.freed} />
            <WhoWaits waiting={waiting} lists={lists} onChange={(one) => setOpened({ waiting: one, client: null })} />
          </>
        ) : null}
        {failure || (list.data && lists) ? null : <Waiting>{t('reading')}</Waiting>}
      </div>
      <WaitingDialog asked={opened ?? askedBy(asked, waiting)} onClose={close} />
    </>
  );
};
