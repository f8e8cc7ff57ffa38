import type { ConsentForm } from '../../shared/consent-form.ts';

type Place = { readonly area: string | null };

/** A form by one name; the form about one place once for each place. In an address, a draft and a list. */
export const formKey = ({ id, area }: Pick<ConsentForm, 'id'> & Place): string => (area === null ? id : `${id}:${area}`);

/** The same, of a state or a signed form. */
export const keyOfForm = ({ formId, area }: { readonly formId: string } & Place): string => formKey({ id: formId, area });

/** What a name in an address says. */
export const formOfKey = (key: string): { readonly formId: string; readonly area: string | null } => {
  const [formId = '', area] = key.split(':');
  return { formId, area: area ?? null };
};
