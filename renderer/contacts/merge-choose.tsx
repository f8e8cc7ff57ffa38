import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { ContactSearch } from '../ui/contact-search.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { useRemembered } from '../use-remembered.ts';
import { useStandingContact } from './use-standing-contact.ts';

/** Which other one is the same, where nothing in the two gives it away. */
export const MergeChoose = ({ contactId }: { readonly contactId: string }): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { data, error, again } = useStandingContact(contactId);
  const [query, setQuery] = useRemembered(`merge-${contactId}`, () => '');
  return (
    <>
      <PageHead title={t('merge.chooseTitle', { name: data?.contact.name ?? '' })} windowTitle={t('title')} />
      <div className="page-body form-column">
        {error ? <ErrorNotice error={error} again={again} /> : null}
        <ContactSearch
          id="other"
          query={query}
          onQuery={setQuery}
          without={[contactId]}
          action={(other) => (
            <ButtonLink
              to="/contacts/$contactId/merge/$otherId"
              params={{ contactId, otherId: other.id }}
              variant="default"
              aria-label={t('page.lookNamed', { name: other.name })}
            >
              {t('page.look')}
            </ButtonLink>
          )}
        />
        <div className="row">
          <ButtonLink to="/contacts/$contactId" params={{ contactId }} variant="subtle">
            {t('form.notNow')}
          </ButtonLink>
        </div>
      </div>
    </>
  );
};
