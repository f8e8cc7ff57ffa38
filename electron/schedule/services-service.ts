import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { currencyOf } from '../../shared/currency.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { byName, saveOffered } from './offered.ts';
import { allServices, insertService, replaceService } from './services-repository.ts';

export const listServices = async (practice: Practice, _input: ParsedInputOf<'services.list'>): Promise<OutputOf<'services.list'>> => ({
  services: byName(await allServices(practice.db)),
  currency: currencyOf((await getProfile(practice)).place),
});

export const saveService = (practice: Practice, { details, ...seen }: ParsedInputOf<'services.save'>): Promise<OutputOf<'services.save'>> =>
  saveOffered(
    practice,
    {
      what: 'service',
      all: allServices,
      insert: (tx, service) => insertService(tx, service, practice.now()),
      replace: replaceService,
    },
    { seen, made: (head) => ({ ...head, ...details }) },
  );
