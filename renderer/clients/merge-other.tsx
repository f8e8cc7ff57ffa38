import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientRow } from '../../shared/clients.ts';
import type { Likeness } from '../../shared/clients-alike.ts';
import { dayWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';

type Props = {
  readonly clientId: string;
  readonly other: ClientRow;
  /** In what the two are alike, where that is why it stands here. */
  readonly why?: readonly Likeness[];
};

/** Somebody who may be the same person, and the way to look at both. */
export const MergeOther = ({ clientId, other, why = [] }: Props): JSX.Element => {
  const { t } = useTranslation('clients');
  const facts = [
    ...(other.legalName && other.legalName !== other.chosenName ? [t('list.legal', { name: other.legalName })] : []),
    ...(other.birthDate ? [t('alike.born', { day: dayWords(other.birthDate) })] : []),
    ...[other.phone || other.email].filter((part) => part !== ''),
    ...(other.archivedAt ? [t('list.archived')] : []),
    ...why.map((one) => t(`alike.why.${one}`)),
  ];
  return (
    <li className="merge-other">
      <div className="grow">
        <span className="b block" dir="auto">
          {other.chosenName}
        </span>
        <span className="xs ink-2 num" dir="auto">
          {facts.join(' · ')}
        </span>
      </div>
      <ButtonLink
        to="/clients/$clientId/merge/$otherId"
        params={{ clientId, otherId: other.id }}
        variant="default"
        aria-label={t('merge.lookNamed', { name: other.chosenName })}
      >
        {t('merge.open')}
      </ButtonLink>
    </li>
  );
};
