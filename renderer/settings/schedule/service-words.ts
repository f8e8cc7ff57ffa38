import type { TFunction } from 'i18next';
import type { Service } from '../../../shared/people-and-rooms.ts';
import { moneyWords, percentWords } from '../../ui/money.ts';

/** How long it takes, what is kept around it, and what it costs, in one line. */
export const serviceWords = (t: TFunction<'schedule'>, service: Service, currency: string): string => {
  const { minutes, before, after, price, taxName, taxRate } = service;
  const tax = taxRate > 0 ? t('setup.services.tax', { name: taxName || t('setup.services.someTax'), rate: percentWords(taxRate) }) : '';
  return [
    t('setup.services.minutes', { count: minutes }),
    ...(before > 0 ? [t('setup.services.before', { count: before })] : []),
    ...(after > 0 ? [t('setup.services.after', { count: after })] : []),
    price === null ? t('setup.services.noPrice') : moneyWords(price, currency),
    ...(tax ? [tax] : []),
  ].join(' · ');
};
