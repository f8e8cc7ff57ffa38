import { Button, Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type AreaPreset, type ContactLevel, contactLevels } from '../../shared/body-areas.ts';
import { said } from '../ui/notice.tsx';
import { type Marks, withoutPreset, withPreset } from './map-edit.ts';

type FirmestProps = {
  readonly ceiling: ContactLevel;
  readonly onCeiling: (ceiling: ContactLevel) => void;
  /** Some place is not out. */
  readonly open: boolean;
};

/** How firm at most, anywhere on the map. */
export const Firmest = ({ ceiling, onCeiling, open }: FirmestProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tUi } = useTranslation('ui');
  return (
    <Radio.Group
      label={t('change.firmest')}
      description={t('change.firmestHelp')}
      value={String(ceiling)}
      onChange={(value) => onCeiling(contactLevels.find((level) => String(level) === value) ?? 0)}
    >
      <div className="row wrap map-levels">
        {contactLevels.map((level) => (
          <Radio key={level} value={String(level)} label={tUi(`level.${level}`)} />
        ))}
      </div>
      {ceiling === 0 && open ? (
        <p className="wait" role="status">
          {t('change.noContact')}
        </p>
      ) : null}
    </Radio.Group>
  );
};

type PresetsProps = {
  readonly presets: readonly AreaPreset[];
  readonly marks: Marks;
  readonly onMarks: (change: (marks: Marks) => Marks) => void;
};

/** Beginnings the client may want; each can be taken away again. */
export const Presets = ({ presets, marks, onMarks }: PresetsProps): JSX.Element | null => {
  const { t } = useTranslation('maps');
  if (presets.length === 0) return null;
  const begin = ({ label, codes }: AreaPreset): void => {
    const opened = codes.filter((code) => (marks.places[code]?.state ?? 'no') === 'no');
    if (opened.length === 0) {
      said(t('change.presetNone', { label }));
      return;
    }
    onMarks((before) => withPreset(before, opened));
    said(t('change.presetDone', { label, count: opened.length }), {
      word: t('change.undo'),
      run: () => onMarks((now) => withoutPreset(now, opened, marks)),
    });
  };
  return (
    <fieldset className="map-presets">
      <legend className="b">{t('change.presets')}</legend>
      <p className="ink-2">{t('change.presetsHelp')}</p>
      <div className="row wrap map-presets-row">
        {presets.map((preset) => (
          <Button key={preset.id} variant="default" onClick={() => begin(preset)}>
            {preset.label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
};
