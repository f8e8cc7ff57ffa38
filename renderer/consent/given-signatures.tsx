import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature, Stroke } from '../../shared/signatures.ts';
import { isNamedByRecord } from '../../shared/signatures.ts';

const pathOf = (stroke: Stroke): string => stroke.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');

type GivenProps = { readonly signatures: readonly Signature[]; readonly name: string };

/** Signatures that were given while the client had the screen, as they were given. */
export const GivenSignatures = ({ signatures, name }: GivenProps): JSX.Element | null => {
  const { t } = useTranslation('consent');
  if (signatures.length === 0) return null;
  return (
    <section aria-labelledby="given-title">
      <h3 id="given-title" className="section-title">
        {t('returned.given')}
      </h3>
      <ul className="given">
        {signatures.map((one) => {
          const who = isNamedByRecord(one.signer) ? name : one.name;
          return (
            <li key={one.signer}>
              {one.method === 'drawn' ? (
                <svg
                  className="given-drawn"
                  viewBox={`0 0 ${one.width} ${one.height}`}
                  role="img"
                  aria-label={t('returned.drawnBy', { name: who })}
                >
                  <path d={one.strokes.map(pathOf).join(' ')} />
                </svg>
              ) : (
                <span className="given-typed" dir="auto">
                  {one.name}
                </span>
              )}
              <span className="ink-2" dir="auto">
                {t(one.method === 'drawn' ? 'returned.drew' : 'returned.typed', { name: who, role: t(`role.${one.signer}`) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
