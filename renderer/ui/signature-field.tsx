import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconCheck, IconEraser } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { isNamedByRecord, isSigned, lineLength, type Signature, shortestSignature } from '../../shared/signatures.ts';
import { Wrong } from './field.tsx';
import { Icon } from './icon.tsx';
import { SignatureCanvas } from './signature-canvas.tsx';
import { tooLong } from './too-long.ts';

type SignatureFieldProps = {
  readonly id: string;
  readonly name: string;
  readonly signer: Signature['signer'];
  readonly method: Signature['method'];
  readonly onMethod: (method: Signature['method']) => void;
  readonly signature: Signature | undefined;
  readonly onChange: (signature: Signature | undefined) => void;
  /** Whose signature comes first, while it is not there. */
  readonly waitsFor: string | null;
  readonly turn: string;
  readonly intent: string;
  readonly problem?: string | undefined;
};

/** One person's signature: drawn or typed, with what it means written under it. */
export const SignatureField = (props: SignatureFieldProps): JSX.Element => {
  const { id, name, signer, method, onMethod, signature, onChange, waitsFor, turn, intent, problem } = props;
  const { t } = useTranslation('ui');
  const { t: tErrors } = useTranslation('errors');
  // Whose name the record does not hold writes it beside the drawing, before or after.
  const [written, setWritten] = useState(signature?.method === 'drawn' ? signature.name : '');
  const writes = !isNamedByRecord(signer);
  const long = signature ? tooLong(signature.name, limits.namePart) : null;
  const signed = isSigned(signature) && !long;
  const tap = signature?.method === 'drawn' && lineLength(signature.strokes) < shortestSignature;
  const nameless = signature?.method === 'drawn' && !tap && !signed && !long;
  const wrong = long ? tErrors('problem.too-long', long) : tap ? t('signature.tooShort') : nameless ? t('signature.nameToo') : problem;
  return (
    <fieldset className="sig-field" id={id} aria-label={name}>
      <div className="sig-head">
        <span className="md b sig-name" dir="auto">
          {name}
        </span>
        {signed ? (
          <span className="state good">
            <Icon icon={IconCheck} size={18} />
            {t('signature.signed')}
          </span>
        ) : waitsFor ? null : (
          <span className="wait b sig-turn" dir="auto">
            {turn}
          </span>
        )}
      </div>
      {waitsFor ? (
        <div className="sig sig-later ink-2">{waitsFor}</div>
      ) : (
        <>
          <SegmentedControl
            className="sig-method"
            aria-label={t('signature.method', { name })}
            data={[
              { value: 'drawn', label: t('signature.draw') },
              { value: 'typed', label: t('signature.type') },
            ]}
            value={method}
            onChange={(value) => {
              onMethod(value === 'typed' ? 'typed' : 'drawn');
              onChange(undefined);
            }}
          />
          {writes && method === 'drawn' ? (
            <TextInput
              size="lg"
              label={t('signature.nameOf', { name })}
              value={written}
              dir="auto"
              autoComplete="off"
              onChange={(event) => {
                const typed = event.currentTarget.value;
                setWritten(typed);
                if (signature?.method === 'drawn') onChange({ ...signature, name: typed });
              }}
            />
          ) : null}
          {method === 'drawn' ? (
            <div className={signed ? 'sig' : 'sig sig-wait'}>
              <SignatureCanvas
                label={t('signature.pad', { name })}
                drawing={signature?.method === 'drawn' ? signature : null}
                onDrawn={(drawing) => onChange({ signer, name: writes ? written : '', method: 'drawn', ...drawing })}
              />
              {signature ? null : <span className="sig-here ink-2">{t('signature.here')}</span>}
              <span className="sig-x" aria-hidden="true">
                ×
              </span>
              {signature ? (
                <Button className="sig-clear" variant="subtle" leftSection={<Icon icon={IconEraser} />} onClick={() => onChange(undefined)}>
                  {t('signature.clear')}
                </Button>
              ) : null}
            </div>
          ) : (
            <TextInput
              size="lg"
              label={t('signature.typed', { name })}
              description={t('signature.typedHelp')}
              value={signature?.method === 'typed' ? signature.name : ''}
              dir="auto"
              autoComplete="off"
              onChange={(event) =>
                onChange(event.currentTarget.value ? { signer, method: 'typed', name: event.currentTarget.value } : undefined)
              }
            />
          )}
        </>
      )}
      {wrong ? (
        <div role="alert">
          <Wrong>{wrong}</Wrong>
        </div>
      ) : null}
      <p className="sig-intent">{intent}</p>
    </fieldset>
  );
};
