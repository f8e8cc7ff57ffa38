import {
  IconArrowBackUp,
  IconClipboardText,
  IconDeviceTablet,
  IconFileCheck,
  IconUsers,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { MapSource } from '../../shared/consent-map.ts';

export const sourceIcons: Readonly<Record<MapSource, TablerIcon>> = {
  together: IconUsers,
  intake: IconClipboardText,
  consent: IconFileCheck,
  handover: IconDeviceTablet,
  withdrawal: IconArrowBackUp,
};
