import { Button, Checkbox, Textarea } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import { Unprintable } from '../../shared/consent.ts';
import { isSigned, type Signature } from '../../shared/signatures.ts';
import { shows } from '../../shared/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { goToField } from '../ui/error-summary.tsx';
import { Wrong } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { SignatureField } from '../ui/signature-field.tsx';
import { UnprintableCharacters } from '../ui/unprintable.tsx';
import { useSend } from '../use-call.ts';
import { useLetter } from './letter-context.ts';
import { verdictIn } from './letter-refused.ts';
import { firstName, useAboutWords, useVerdictWords } from './letter-words.ts';

type Refused = Extract<AppError, { code: 'refused' }>;
const isRefused = (error: AppError | null, reason: Refused['reason']): error is Refused =>
  error?.code === 'refused' && error.reason === reason;

const Odd = z.object({ unprintable: z.array(Unprintable) });
const Words = z.object({ words: z.array(z.string()) });

/** A refusal in its own words, with what was found. */
const Problem = ({ error }: { readonly error: AppError }): JSX.Element => {
  const { t } = useTranslation('letters');
  const verdictWords = useVerdictWords();
  const { open } = useLetter();
  const details = error.code === 'refused' ? error.details : undefined;
  const verdict = verdictIn(error);
  const words = Words.safeParse(details).data?.words;
  return (
    <ErrorNotice error={error}>
      {verdict ? verdictWords(verdict, open.letter.recipient.name) : null}
      {words && words.length > 0 ? t('sign.foundWords', { words: words.join(', ') }) : null}
    </ErrorNotice>
  );
};

const Never = ({
  isLooked,
  onLook,
  isMissed,
}: {
  readonly isLooked: boolean;
  readonly onLook: (is: boolean) => void;
  readonly isMissed: boolean;
}) => {
  const { t } = useTranslation('letters');
  const { open } = useLetter();
  return (
    <div className="letter-nevers">
      <p className="b" id="letter-nevers">
        {t('sign.never')}
      </p>
      <ul className="letter-bullets" aria-labelledby="letter-nevers">
        {open.kind.neverInclude.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <Checkbox
        id={places.looked}
        label={t('sign.looked')}
        checked={isLooked}
        error={isMissed ? <Wrong>{t('sign.lookedNeeded')}</Wrong> : undefined}
        onChange={(event) => onLook(event.currentTarget.checked)}
      />
    </div>
  );
};

const places = { looked: 'letter-looked', reason: 'letter-unseen', signature: 'letter-signature' } as const;

type Props = { readonly isSeen: boolean; readonly signerName: string; readonly onClose: () => void };

const useSigning = ({ isSeen, onClose }: Props) => {
  const { t } = useTranslation('letters');
  const { open, show } = useLetter();
  const { send, isSending, error } = useSend('letters.finalise');
  const [signature, setSignature] = useState<Signature | undefined>();
  const [isLooked, setLooked] = useState(false);
  const [unseenReason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const sign = async (acceptSubstitutes: boolean): Promise<void> => {
    setTried(true);
    if (!isLooked) return goToField(places.looked);
    if (!isSeen && !shows(unseenReason)) return goToField(places.reason);
    if (!signature || !isSigned(signature)) return goToField(places.signature);
    const { id, version } = open.letter;
    const reply = await send({ id, version, signature, looked: isLooked, unseenReason: isSeen ? '' : unseenReason, acceptSubstitutes });
    if (!reply.ok) return;
    onClose();
    show(reply.value);
    said(t('sign.done'));
  };
  return { signature, setSignature, isLooked, setLooked, unseenReason, setReason, wasTried, sign, isSending, error };
};

/** The last look before a letter is fixed for good: what never goes into one, and a signature. */
export const SignLetter = (props: Props): JSX.Element => {
  const { isSeen, signerName, onClose } = props;
  const { t } = useTranslation('letters');
  const { open } = useLetter();
  const aboutWords = useAboutWords();
  const [method, setMethod] = useState<Signature['method']>('typed');
  const signing = useSigning(props);
  const { wasTried, error, isSending } = signing;
  const odd = isRefused(error, 'characters-unprintable') ? (Odd.safeParse(error.details).data?.unprintable ?? []) : null;
  return (
    <Dialog title={t('sign.title')} onClose={onClose}>
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void signing.sign(false);
        }}
      >
        <p>{t('sign.text', { title: open.letter.title, about: aboutWords(open.letter) })}</p>
        <Never isLooked={signing.isLooked} onLook={signing.setLooked} isMissed={wasTried && !signing.isLooked} />
        {isSeen ? null : (
          <Textarea
            id={places.reason}
            label={t('sign.unseen', { name: firstName(open.letter.chosenName) })}
            description={t('sign.unseenHelp')}
            value={signing.unseenReason}
            autosize
            minRows={2}
            dir="auto"
            error={wasTried && !shows(signing.unseenReason) ? <Wrong>{t('sign.unseenNeeded')}</Wrong> : undefined}
            onChange={(event) => signing.setReason(event.currentTarget.value)}
          />
        )}
        <SignatureField
          id={places.signature}
          name={signerName}
          signer="practitioner"
          method={method}
          onMethod={setMethod}
          signature={signing.signature}
          onChange={signing.setSignature}
          waitsFor={null}
          turn={t('sign.turn')}
          intent={t('sign.intent')}
          problem={wasTried && !signing.signature ? t('sign.needed') : undefined}
        />
        {odd ? (
          <UnprintableCharacters
            characters={odd}
            form={{ elements: [] }}
            busy={isSending}
            onPrint={() => void signing.sign(true)}
            onWrite={onClose}
          />
        ) : null}
        {error && !odd ? <Problem error={error} /> : null}
        <div className="row wrap">
          <Button type="submit" disabled={isSending}>
            {t(isSending ? 'sign.signing' : 'sign.action')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('notNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
