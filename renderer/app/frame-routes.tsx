import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientPage } from '../clients/client-page.tsx';
import { Leading } from '../sessions/leading.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { PageHead } from '../ui/page.tsx';
import { Frame } from './frame.tsx';

/** What stands where there is no such page, or it broke. */
export const Lost = ({ crash }: { readonly crash?: boolean }): JSX.Element => {
  const { t } = useTranslation('app');
  const part = crash ? 'crash' : 'notFound';
  return (
    <>
      <PageHead title={t(`${part}.title`)} />
      <div className="page-body">
        <p className="md ink-2">{t(`${part}.text`)}</p>
        <ButtonLink to="/" variant="default">
          {t(`${part}.action`)}
        </ButtonLink>
      </div>
    </>
  );
};

const LostAlone = (): JSX.Element => (
  <main className="main">
    <Lost />
  </main>
);

/** A session that is open stays led, whichever page is looked at. */
const Root = (): JSX.Element => (
  <Leading>
    <Outlet />
  </Leading>
);

export const root = createRootRoute({ component: Root, notFoundComponent: LostAlone });
/** Everything with the rail beside it. */
export const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame, notFoundComponent: () => <Lost /> });

/** Everything beside a client’s safety card. */
export const client = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId',
  component: () => <ClientPage clientId={client.useParams().clientId} />,
});
