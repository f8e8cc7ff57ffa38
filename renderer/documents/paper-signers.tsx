import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signer } from '../../shared/consent-form.ts';
import { isNamedByRecord } from '../../shared/signatures.ts';
import { Field } from '../ui/field.tsx';

/** Who signed by hand, with the name where the record does not hold it. */
export type SignedBy = Partial<Readonly<Record<Signer, string>>>;

type Props = {
  readonly signers: readonly Signer[];
  readonly signed: SignedBy;
  readonly onChange: (signed: SignedBy) => void;
};

export const PaperSigners = ({ signers, signed, onChange }: Props): JSX.Element => {
  const { t } = useTranslation('documents');
  const tick = (signer: Signer, isTicked: boolean): void => {
    const { [signer]: _, ...others } = signed;
    onChange(isTicked ? { ...others, [signer]: '' } : others);
  };
  return (
    <fieldset className="upload paper-line">
      <legend className="upload-label">{t('signed.signers')}</legend>
      {signers.map((signer) => (
        <div key={signer} className="fields">
          <Checkbox
            label={t(`signer.${signer}`)}
            checked={signed[signer] !== undefined}
            onChange={(event) => tick(signer, event.currentTarget.checked)}
          />
          {signed[signer] !== undefined && !isNamedByRecord(signer) ? (
            <Field
              id={`signed-by-${signer}`}
              label={t('signed.signerName')}
              value={signed[signer]}
              onChange={(name) => onChange({ ...signed, [signer]: name })}
              width={520}
            />
          ) : null}
        </div>
      ))}
    </fieldset>
  );
};
