import { Button } from '@mantine/core';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Unprintable } from '../../shared/consent.ts';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';

type Odd = z.infer<typeof Unprintable>;

type Props = {
  readonly characters: readonly Odd[];
  readonly form: Pick<ConsentForm, 'elements'>;
  readonly busy: boolean;
  readonly onPrint: () => void;
  /** With the part it stands in, or null when it stands in none. Left out where nothing can be written otherwise. */
  readonly onWrite?: (part: FormElement | null) => void;
};

/** Names each character that cannot be printed and what would stand in its place, before anything is signed. */
export const UnprintableCharacters = ({ characters, form, busy, onPrint, onWrite }: Props): JSX.Element => {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const partOf = (where: string): FormElement | undefined => {
    const [kind, id] = where.split('.');
    return kind === 'answers' || kind === 'form' ? form.elements.find((element) => element.id === id) : undefined;
  };
  const wordsFor = (where: string): string | undefined => {
    const kind = where.split('.')[0];
    if (kind === 'client' || kind === 'practice' || kind === 'signature') return t(`unprintable.where.${kind}`);
    return partOf(where)?.title;
  };
  const part = characters.map((one) => partOf(one.where)).find((element) => element !== undefined);
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1}>
      <div className="summary-title">{t('unprintable.title')}</div>
      <p className="ink-2">{t('unprintable.text')}</p>
      <ul className="unprintable">
        {characters.map((one) => {
          const where = wordsFor(one.where);
          const words = { character: one.character, printedAs: one.printedAs };
          return (
            <li key={`${one.where} ${one.codePoint}`} className="md">
              {where ? t('unprintable.line', { ...words, where }) : t('unprintable.lineAnywhere', words)}
            </li>
          );
        })}
      </ul>
      <div className="row wrap">
        <Button variant="default" disabled={busy} onClick={onPrint}>
          {t('unprintable.print')}
        </Button>
        {onWrite ? (
          <Button variant="default" onClick={() => onWrite(part ?? null)}>
            {t('unprintable.write')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};
