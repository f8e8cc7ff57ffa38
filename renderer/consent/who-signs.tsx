import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentForm, Signer } from '../../shared/consent-form.ts';
import { isNamedByRecord } from '../../shared/signatures.ts';
import { usePractice } from '../practice.ts';
import { whoSigns } from './preparation.ts';

type WhoProps = { readonly forms: readonly ConsentForm[]; readonly underAge: boolean; readonly name: string };

/** Who must be in the room, before the screen is handed over. */
export const WhoSigns = ({ forms, underAge, name }: WhoProps): JSX.Element | null => {
  const { t } = useTranslation('consent');
  const { practitionerName } = usePractice();
  const signers = whoSigns(forms, { underAge });
  if (signers.length === 0) return null;
  const nameOf = (signer: Signer): string =>
    signer === 'practitioner' ? practitionerName : isNamedByRecord(signer) ? name : t('prepare.someone');
  return (
    <section aria-labelledby="signs-title">
      <h2 id="signs-title" className="section-title">
        {t('prepare.whoSigns')}
      </h2>
      <dl className="chosen">
        {signers.map((signer) => (
          <div key={signer} className="chosen-line">
            <dt>{t(`role.${signer}`)}</dt>
            <dd>
              <span dir="auto">{nameOf(signer)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="ink-2">{t('prepare.whoSignsText')}</p>
    </section>
  );
};
