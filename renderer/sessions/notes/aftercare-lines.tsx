import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type AftercareCategory, type AftercareItem, aftercareCategories } from '../../../shared/aftercare.ts';
import { listWords } from '../../dates.ts';

const Line = ({ item: { id, title, text, when, missing } }: { readonly item: AftercareItem }): JSX.Element => {
  const { t } = useTranslation('aftercare');
  return (
    <div className="aftercare-line">
      <Checkbox
        value={id}
        disabled={missing.length > 0}
        label={title}
        description={
          <>
            <span className="block">{text}</span>
            {when === null ? null : <span className="block aftercare-when">{t('when', { when })}</span>}
            {missing.length > 0 ? <span className="block wait">{t('missing', { list: listWords(missing) })}</span> : null}
          </>
        }
      />
      {missing.length > 0 ? (
        <Link to="/settings/$section" params={{ section: 'words' }} className="tall-link" aria-label={`${t('fill')}: ${title}`}>
          {t('fill')}
        </Link>
      ) : null}
    </div>
  );
};

type Props = {
  readonly items: readonly AftercareItem[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
};

const Part = ({ part, items, chosen, onChosen }: Props & { readonly part: AftercareCategory }): JSX.Element => {
  const { t } = useTranslation('aftercare');
  const elsewhere = chosen.filter((id) => !items.some((item) => item.id === id));
  return (
    <Checkbox.Group
      className="aftercare-part"
      label={t(`category.${part}`)}
      value={[...chosen]}
      onChange={(here) => onChosen([...new Set([...elsewhere, ...here])])}
    >
      <div className="aftercare-lines">
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </div>
    </Checkbox.Group>
  );
};

/** Every sentence there is, part by part: a person ticks, nothing is told from the record. */
export const AftercareLines = ({ items, ...rest }: Props): JSX.Element => (
  <>
    {aftercareCategories.map((part) => {
      const inPart = items.filter(({ category }) => category === part);
      return inPart.length > 0 ? <Part key={part} part={part} items={inPart} {...rest} /> : null;
    })}
  </>
);
