import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../shared/people-and-rooms.ts';
import { usePractice } from '../../practice.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { OfferedList } from './offered-list.tsx';
import { ServiceEdit } from './service-edit.tsx';
import { serviceWords } from './service-words.ts';
import { ServicesBegin } from './services-begin.tsx';
import { anew, useOpenForm } from './use-open-form.ts';
import { useTurn } from './use-turn.ts';
import './schedule-settings.css';

/** What is offered here: how long it takes, what time is kept around it, and what it costs. */
export const ServicesSettings = (): JSX.Element => {
  const { t } = useTranslation('schedule');
  const isOwner = usePractice().role === 'owner';
  const list = useCall('services.list', {});
  const form = useOpenForm('service', 'name');
  const { turn, error } = useTurn(useSend('services.save'), ({ id: _id, version: _version, ...details }: Service) => details);
  if (list.error) return <ErrorNotice error={list.error} again={list.again} />;
  if (!list.data) return <Waiting />;
  const { services, currency } = list.data;
  const empty = services.length === 0;
  return (
    <div className="setup-page">
      <p className="ink-2 lead">{t('setup.services.lead')}</p>
      {isOwner ? null : <p className="ink-2">{t(empty ? 'setup.services.noneYet' : 'setup.services.ownerChanges')}</p>}
      {error ? <ErrorNotice error={error} /> : null}
      {isOwner && empty && form.open !== anew ? <ServicesBegin /> : null}
      <OfferedList
        label={t('setup.services.list')}
        all={services}
        form={form}
        mayChange={isOwner}
        about={(service) => serviceWords(t, service, currency)}
        edit={(service) => <ServiceEdit service={service} currency={currency} onClose={form.close} />}
        add={t('setup.services.add')}
        onTurn={(service, active) => void turn(service, active)}
      />
    </div>
  );
};
