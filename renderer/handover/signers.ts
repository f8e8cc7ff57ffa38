import type { ConsentForm, FormElement, Signer } from '../../shared/consent-form.ts';
import type { Signature } from '../../shared/signatures.ts';
import { isSignature } from '../ui/form-pages.ts';
import { isKeepable } from './sheet.ts';

/** Any one of these signs for the client. */
const forClient: readonly Signer[] = ['client', 'decision_maker', 'personal_representative'];

type Asking = {
  readonly form: Pick<ConsentForm, 'elements'>;
  /** Whom the vault waits for or has a signature of: only it knows whether a guardian signs as well. */
  readonly known: readonly Signer[];
  /** Who signs in the client's place. */
  readonly standIn: Signer | null;
};

const signingParts = (form: Asking['form']): readonly FormElement[] => form.elements.filter(isSignature);

const inPart = (element: FormElement, { known, standIn }: Asking): readonly Signer[] => {
  const own = element.signers.filter((signer) => forClient.includes(signer));
  const forThem = own.find((signer) => signer === standIn) ?? own.find((signer) => known.includes(signer)) ?? own[0];
  const others = element.signers.filter(
    (signer) =>
      !forClient.includes(signer) && signer !== 'practitioner' && (signer !== 'guardian' || own.length === 0 || known.includes(signer)),
  );
  return forThem ? [forThem, ...others] : others;
};

/** Who is asked for a signature while the client has the screen, in the order of the form. */
export const signersHere = (asking: Asking): readonly Signer[] => [
  ...new Set(signingParts(asking.form).flatMap((element) => inPart(element, asking))),
];

/** Whose signature the form cannot do without and is not there. */
export const signersLeft = (asking: Asking, signatures: readonly Signature[]): readonly Signer[] => {
  const needed = new Set(
    signingParts(asking.form)
      .filter((element) => element.required)
      .flatMap((element) => inPart(element, asking)),
  );
  return [...needed].filter((signer) => !signatures.some((one) => one.signer === signer && isKeepable(one)));
};

/** Who may sign in the place of those who are asked now. */
export const otherSigners = (asking: Asking): readonly Signer[] => {
  const here = signersHere(asking);
  return [...new Set(signingParts(asking.form).flatMap((element) => element.signers))].filter(
    (signer) => forClient.includes(signer) && !here.includes(signer),
  );
};

export const practitionerSigns = (form: Asking['form']): boolean =>
  form.elements.some((element) => isSignature(element) && element.signers.includes('practitioner'));
