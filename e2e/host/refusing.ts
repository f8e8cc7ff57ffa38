/** Thrown for whatever of Electron the stand-in does not have: a silent `undefined` would hide the difference. */
export class NotInTrialHost extends Error {
  constructor(what: string) {
    super(`the trial host does not have ${what}`);
    this.name = 'NotInTrialHost';
  }
}

/**
 * Lets `members` stand in for the whole of `T`: present members work, every other name is refused.
 * `then` is asked for by `await` and means nothing.
 */
export function refusing<T extends object>(name: string, members: object): T {
  return new Proxy(members, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (value === undefined && !(key in target) && typeof key === 'string' && key !== 'then') {
        throw new NotInTrialHost(`${name}.${key}`);
      }
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set(_target, key) {
      throw new NotInTrialHost(`setting ${name}.${String(key)}`);
    },
  }) as T;
}
