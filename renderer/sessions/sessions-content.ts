import type { SessionContent } from '../../shared/session-content.ts';
import { useCall } from '../use-call.ts';

/** What the codes of a session are called: grades, techniques, places. What this version does not know keeps its code. */
export type Labels = {
  readonly content: SessionContent | undefined;
  readonly place: (code: string) => string;
  readonly dissociation: (grade: string) => string;
  readonly arousal: (grade: string) => string;
  readonly technique: (id: string) => string;
  readonly level: (level: number) => string;
};

export const useLabels = (clientId: string): Labels => {
  const content = useCall('sessions.content', {}).data?.content;
  const areas = useCall('consentMap.get', { clientId }).data?.areas ?? [];
  return {
    content,
    place: (code) => areas.find((area) => area.code === code)?.label ?? code,
    dissociation: (grade) => content?.dissociation.find((one) => one.grade === grade)?.label.toLowerCase() ?? grade,
    arousal: (grade) => content?.arousal.find((one) => one.grade === grade)?.label.toLowerCase() ?? grade,
    technique: (id) => content?.techniques.find((one) => one.id === id)?.name ?? id,
    level: (level) => content?.levels.find((one) => one.level === level)?.label.toLowerCase() ?? String(level),
  };
};
