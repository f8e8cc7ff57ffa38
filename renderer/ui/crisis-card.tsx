import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type JSX, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Crisis } from '../../shared/safety.ts';
import { sinceWords } from '../dates.ts';
import { lockPractice } from '../practice.ts';
import { CrisisRead } from './crisis-read.tsx';
import { CrisisAction, CrisisContacts, CrisisFound, CrisisToCall } from './crisis-words.tsx';
import { Icon } from './icon.tsx';
import { PageTitle } from './page.tsx';

/** A modal of the browser itself: all else, also what opened over the page before, is out of reach while it stands. */
const useModal = () => {
  const card = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = card.current;
    // Escape, pressed twice, would close one that can be closed.
    dialog?.setAttribute('closedby', 'none');
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return card;
};

/** Escape does nothing here, and nothing is opened under the card. */
const stays = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') event.preventDefault();
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') event.stopPropagation();
};

/** `left`: how many wait, this one among them. */
export const CrisisCard = ({ crisis, left }: { readonly crisis: Crisis; readonly left: number }): JSX.Element => {
  const { t } = useTranslation('crisis');
  const { t: app } = useTranslation('app');
  const card = useModal();
  return (
    <dialog ref={card} className="crisis" aria-labelledby="crisis-title" onKeyDown={stays} onCancel={(event) => event.preventDefault()}>
      <div className="crisis-column">
        <div className="crisis-top">
          <span className="md ink-2 grow">{left > 1 ? t('left', { count: left }) : t('card')}</span>
          <Button variant="subtle" leftSection={<Icon icon={IconLock} />} onClick={lockPractice} aria-keyshortcuts="Control+L Meta+L">
            {app('nav.lock')}
          </Button>
        </div>
        <PageTitle className="question" focusKey={crisis.id}>
          <span id="crisis-title">{t('title')}</span>
        </PageTitle>
        <p className="lg crisis-who">
          <b dir="auto">{crisis.chosenName}</b> <span className="ink-2 num">{t('since', { time: sinceWords(crisis.openedAt) })}</span>
        </p>
        <CrisisAction crisis={crisis} />
        <div className="crisis-parts">
          <div className="crisis-side">
            <CrisisToCall crisis={crisis} />
            <CrisisContacts crisis={crisis} />
          </div>
          <CrisisFound crisis={crisis} />
        </div>
        <CrisisRead crisis={crisis} />
      </div>
    </dialog>
  );
};
