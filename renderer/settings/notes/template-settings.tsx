import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptTemplate } from '../../../shared/note-templates.ts';
import type { Service } from '../../../shared/people-and-rooms.ts';
import { listWords } from '../../dates.ts';
import { ErrorNotice, said } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { OfferedList } from '../schedule/offered-list.tsx';
import { useOpenForm } from '../schedule/use-open-form.ts';
import { TemplateEdit } from './template-edit.tsx';
import { templateOf } from './template-form.ts';

const aboutWords = (
  t: TFunction<'templates'>,
  { format, serviceIds, values, custom }: KeptTemplate,
  services: readonly Service[],
): string => {
  const names = services.filter(({ id }) => serviceIds.includes(id)).map(({ name }) => name);
  const begun = Object.keys(values).length;
  return [
    t(`format.${format}`),
    names.length > 0 ? t('about.services', { names: listWords(names) }) : t('about.byHand'),
    ...(begun > 0 ? [t('about.begin', { count: begun })] : []),
    ...(custom.length > 0 ? [t('about.custom', { count: custom.length })] : []),
  ].join(' · ');
};

/** How notes begin: in which form, for which services, with which words and fields of one's own. */
export const TemplateSettings = (): JSX.Element => {
  const { t } = useTranslation('templates');
  const list = useCall('noteTemplates.list', {});
  const content = useCall('notes.content', {});
  const services = useCall('services.list', {});
  const { send, isSending, error } = useSend('noteTemplates.save');
  const form = useOpenForm('template', 'name');
  const failed = list.error ?? content.error ?? services.error;
  if (failed) return <ErrorNotice error={failed} again={() => Promise.all([list.again(), content.again(), services.again()])} />;
  if (!list.data || !content.data || !services.data) return <Waiting />;
  const { templates } = list.data;
  const known = { content: content.data, services: services.data.services };
  const turn = async (template: KeptTemplate, active: boolean): Promise<void> => {
    if (isSending) return;
    const { id, version, name } = template;
    const reply = await send({ id, version, template: templateOf(template), active });
    if (reply.ok) said(t(active ? 'turnedOn' : 'turnedOff', { name }));
  };
  return (
    <section className="notes-part" aria-labelledby="templates-title">
      <h3 id="templates-title" className="section-title">
        {t('title')}
      </h3>
      <p className="ink-2">{t('lead')}</p>
      {error ? <ErrorNotice error={error} /> : null}
      {templates.length === 0 ? <p className="ink-2">{t('none')}</p> : null}
      <OfferedList
        label={t('title')}
        all={templates}
        form={form}
        mayChange
        about={(template) => aboutWords(t, template, known.services)}
        edit={(template) => <TemplateEdit template={template} {...known} onClose={form.close} />}
        add={t('add')}
        onTurn={(template, active) => void turn(template, active)}
      />
    </section>
  );
};
