import { expect, it } from 'vitest';
import { ofToday } from './chance.ts';
import { foreignFolder, lateDisk, readOnlyFolder } from './faults.ts';
import { okOf } from './headless-process.ts';
import { alarms, wrongOnDisk } from './io-fault-look.ts';
import { faultBase, startLife } from './io-fault-place.ts';
import { copyOf } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

it.each(ofToday([readOnlyFolder, foreignFolder], 1))(
  'what is saved after the log was moved on $name is nobody else’s doing',
  { timeout: 60_000 },
  async (fault) => {
    const life = await startLife(await faultBase(), 'backups');
    const { vault, shim } = life;
    const add = (chosenName: string) => okOf(vault.call('clients.create', { ...details, chosenName }));
    // No copy can be made beside the practice, so its log is moved for one that is; and then the log cannot be synced.
    shim.arm(fault);
    expect(await vault.call('backup.run', {})).toMatchObject({ ok: false });
    expect(shim.struck()).toBeGreaterThan(1);
    expect(await wrongOnDisk(life)).toEqual([]);
    await add('Cleo');
    expect(await wrongOnDisk(life)).toEqual([]);
    shim.clear();
    expect(await wrongOnDisk(life)).toEqual([]);
    await add('Dara');
    expect(await wrongOnDisk(life)).toEqual([]);
    await vault.kill();
  },
);

it('an unlock that failed at any step is nobody else’s doing', { timeout: 60_000 }, async () => {
  const { vault, shim, places, keys } = await startLife(await faultBase(), 'fresh');
  const unlock = () => vault.call('vault.unlock', { passphrase });
  const wrong: unknown[] = [];
  shim.count(lateDisk);
  await okOf<unknown>(unlock());
  const steps = shim.seen();
  shim.clear();
  await okOf(vault.call('vault.lock', {}));
  for (let step = 1; step <= steps; step += 1) {
    shim.arm(lateDisk, step, 1);
    const reply = await unlock();
    const file = shim.struckFile();
    shim.clear();
    wrong.push(...alarms(copyOf(places.practice), keys).map((alarm) => ({ step, file, alarm })));
    if (reply.ok) await okOf(vault.call('vault.lock', {}));
  }
  expect(steps).toBeGreaterThan(8);
  expect(wrong).toEqual([]);
});
