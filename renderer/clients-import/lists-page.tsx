import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { type UploadedFile, UploadField } from '../ui/upload-field.tsx';
import { ImportPreview, type TakenOver } from './import-preview.tsx';
import { LastList } from './last-list.tsx';
import { SaveList } from './save-list.tsx';
import './lists.css';

const Done = ({ taken, onAgain }: { readonly taken: TakenOver; readonly onAgain: () => void }): JSX.Element => {
  const { t } = useTranslation('import');
  const actions = (
    <>
      <ButtonLink to="/clients">{t('take.toClients')}</ButtonLink>
      <Button variant="default" onClick={onAgain}>
        {t('take.another')}
      </Button>
    </>
  );
  return <Notice tone="sage" live title={t('take.done', { count: taken.clients, name: taken.fileName })} actions={actions} />;
};

/** Lists of clients: from another program, out again, and to a file. */
export const ListsPage = (): JSX.Element => {
  const { t } = useTranslation('import');
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [taken, setTaken] = useState<TakenOver | null>(null);
  const done = (list: TakenOver): void => {
    setTaken(list);
    setFile(null);
  };
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} />
      <div className="page-body lists fields">
        <div className="lists-back">
          <ButtonLink to="/clients" variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
            {t('back')}
          </ButtonLink>
        </div>
        {taken ? (
          <Done taken={taken} onAgain={() => setTaken(null)} />
        ) : (
          <section className="lists-part fields" aria-labelledby="take-list">
            <h2 id="take-list" className="section-title">
              {t('take.title')}
            </h2>
            <p className="ink-2">{t('take.text')}</p>
            <div className="lists-form">
              <UploadField id="import-list" label={t('take.file')} kind="list" value={file} onChange={setFile} />
            </div>
            {file ? <ImportPreview key={file.uploadId} uploadId={file.uploadId} onDone={done} /> : null}
          </section>
        )}
        {file ? null : (
          <>
            <LastList />
            <SaveList />
          </>
        )}
      </div>
    </>
  );
};
