import { Button, Checkbox, Radio, Select, Textarea } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReleaseException, releaseExceptions } from '../../shared/release-gate.ts';
import type { SharingPurpose } from '../../shared/releases.ts';
import { usePractice } from '../practice.ts';
import { Icon } from '../ui/icon.tsx';
import { useLetter } from './letter-context.ts';

const Purpose = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { open, draft, change } = useLetter();
  const { purposeId } = open.kind;
  const offered = [...new Set<SharingPurpose>([purposeId ?? 'at_my_request', 'at_my_request'])];
  return (
    <Select
      label={t('how.purpose')}
      description={t('how.purposeHelp')}
      data={offered.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      value={draft.purpose}
      placeholder={t('how.purposeNone')}
      allowDeselect={false}
      onChange={(value) => change({ purpose: offered.find((one) => one === value) ?? null })}
    />
  );
};

const Named = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { open, draft, change } = useLetter();
  return (
    <Radio.Group
      label={t('how.named', { name: open.letter.chosenName })}
      value={draft.clientNamed}
      onChange={(value) => change({ clientNamed: value === 'initials' ? 'initials' : 'full' })}
    >
      <div className="row wrap letter-choices">
        <Radio value="full" label={t('how.full')} />
        <Radio value="initials" label={t('how.initials')} />
      </div>
    </Radio.Group>
  );
};

/** What may stand in the place of a permission, with the reason in words; recorded as that. */
const Exception = ({ offered }: { readonly offered: readonly ReleaseException[] }): JSX.Element => {
  const { t } = useTranslation('letters');
  const { draft, change } = useLetter();
  const { exception } = draft;
  const choose = (value: string): void => {
    const kind = releaseExceptions.find((one) => one === value);
    change({ exception: kind ? { kind, words: exception?.words ?? '' } : null });
  };
  return (
    <>
      <Radio.Group label={t('how.without')} description={t('how.withoutHelp')} value={exception?.kind ?? ''} onChange={choose}>
        <div className="letter-choices">
          <Radio value="" label={t('how.withPermission')} />
          {offered.map((kind) => (
            <Radio key={kind} value={kind} label={t(`exception.${kind}`)} />
          ))}
        </div>
      </Radio.Group>
      {exception ? (
        <Textarea
          label={t(`how.words.${exception.kind}`)}
          value={exception.words}
          autosize
          minRows={2}
          dir="auto"
          onChange={(event) => change({ exception: { kind: exception.kind, words: event.currentTarget.value } })}
        />
      ) : null}
    </>
  );
};

/** Why it goes, how the client is named in it, and what stands in the place of a permission where there is none. */
export const ComposerHow = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { open, draft, change } = useLetter();
  const { place } = usePractice();
  const exceptions = open.letter.to.kind === 'client' ? [] : open.kind.exceptions.filter((kind) => kind !== 'to_client');
  const isRefused = open.verdict !== null && !open.verdict.permitted;
  const [isOpen, setOpen] = useState(draft.exception !== null || (isRefused && (draft.purpose === null || exceptions.length > 0)));
  return (
    <section className="letter-side-part" aria-label={t('how.title')}>
      <Button
        variant="subtle"
        className="letter-how"
        justify="space-between"
        aria-expanded={isOpen}
        rightSection={<Icon icon={IconChevronDown} size={18} />}
        onClick={() => setOpen(!isOpen)}
      >
        {t('how.title')}
      </Button>
      {isOpen ? (
        <div className="fields">
          {open.letter.to.kind === 'contact' ? <Purpose /> : null}
          <Named />
          {place.startsWith('US') ? (
            <Checkbox
              label={t('how.part2')}
              description={t('how.part2Help')}
              checked={draft.part2}
              onChange={(event) => change({ part2: event.currentTarget.checked })}
            />
          ) : null}
          {exceptions.length > 0 ? <Exception offered={exceptions} /> : null}
        </div>
      ) : null}
    </section>
  );
};
