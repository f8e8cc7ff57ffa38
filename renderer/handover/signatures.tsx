import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signer } from '../../shared/consent-form.ts';
import { isNamedByRecord, type Signature } from '../../shared/signatures.ts';
import { SignatureField } from '../ui/signature-field.tsx';
import type { Sheet } from './sheet.ts';
import { otherSigners, practitionerSigns, signersHere } from './signers.ts';

type SignaturesProps = {
  readonly sheet: Sheet;
  readonly chosenName: string;
  readonly practitionerName: string;
  readonly known: readonly Signer[];
  readonly standIn: Signer | null;
  readonly onStandIn: (signer: Signer) => void;
  readonly onSigned: (signer: Signer, signature: Signature | undefined) => void;
};

/** The fields of everyone who signs while the client has the screen; the practitioner signs after. */
export const Signatures = (props: SignaturesProps): JSX.Element => {
  const { sheet, chosenName, practitionerName, known, standIn, onStandIn, onSigned } = props;
  const { t } = useTranslation('handover');
  const [methods, setMethods] = useState<Partial<Record<Signer, Signature['method']>>>({});
  const asking = { form: sheet.form, known, standIn };
  const nameOf = (signer: Signer): string => (isNamedByRecord(signer) ? chosenName : t(`signer.${signer}`));
  return (
    <>
      <div className="sigs">
        {signersHere(asking).map((signer) => {
          const signature = sheet.signatures.find((one) => one.signer === signer);
          return (
            <SignatureField
              key={signer}
              id={`signature-${signer}`}
              name={nameOf(signer)}
              signer={signer}
              method={methods[signer] ?? signature?.method ?? 'drawn'}
              onMethod={(method) => setMethods({ ...methods, [signer]: method })}
              signature={signature}
              onChange={(next) => onSigned(signer, next)}
              waitsFor={null}
              turn={isNamedByRecord(signer) ? t('review.turn', { name: chosenName }) : ''}
              intent={sheet.form.intents[signer]}
            />
          );
        })}
        {practitionerSigns(sheet.form) ? (
          <SignatureField
            id="signature-practitioner"
            name={practitionerName}
            signer="practitioner"
            method="drawn"
            onMethod={() => undefined}
            signature={undefined}
            onChange={() => undefined}
            waitsFor={t('review.later', { name: practitionerName })}
            turn=""
            intent={sheet.form.intents.practitioner}
          />
        ) : null}
      </div>
      {otherSigners(asking).map((signer) => (
        <Button key={signer} variant="subtle" className="stand-in" onClick={() => onStandIn(signer)}>
          {signer === 'client' ? t('review.signMyself', { name: chosenName }) : t('review.signsForMe', { who: t(`signer.${signer}`) })}
        </Button>
      ))}
    </>
  );
};
