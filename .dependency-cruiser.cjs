// Who may import whom (docs: architecture). Each rule has a planted breach in scripts/rules.test.ts that it must report.
// Works with TypeScript 6.0 only: with 7 dependency-cruiser silently sees no .ts file, which the same test would notice.

/** Tests and the worlds they share: clients-service.test.ts, practice.test-world.ts, signing.spec.ts. */
const test = '[.](test|spec|test-world)[.]tsx?$';
const app = '^(electron|renderer|shared)/';

/** Started by a person, a host or a test runner, so nothing imports them. */
const entries = [
  '^electron/(main|preload|vault-process|second-process)[.]ts$',
  '^renderer/main[.]tsx$',
  '^e2e/(headless|host/run|tour/tour|bench/bench|assure/(assure|one-goal|broken-build|early-acknowledgement))[.]ts$',
  '^e2e/host/trial/',
  '^scripts/[^/]+[.]mjs$',
  '[.]d[.]ts$',
  test,
];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const everywhere = [
  rule('no-cycles', 'Two files that need each other are one file, or hide a third.', {}, { circular: true }),
  rule('no-orphans', 'A file nothing imports and that imports nothing is forgotten.', { orphan: true, pathNot: entries }, {}),
  rule('no-unresolved', 'What is imported exists.', {}, { couldNotResolve: true }),
  rule(
    'declared-packages-only',
    'A package we import stands in our package.json.',
    { path: '^(electron|renderer|shared|e2e|scripts)/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
];

const layers = [
  rule(
    'shared-is-pure',
    'shared/ imports itself, zod, temporal-polyfill and rrule-temporal.',
    { path: '^shared/', pathNot: test },
    { pathNot: ['^shared/', 'node_modules/(zod|temporal-polyfill|rrule-temporal)/', test], couldNotResolve: false },
  ),
  rule(
    'shared-tests-stay-in-shared',
    'What is tested in shared/ runs without us.',
    { path: `^shared/.*${test}` },
    {
      path: '^(electron|renderer|e2e|scripts)/',
    },
  ),
  rule(
    'renderer-not-electron',
    'The window reaches the vault through call() alone, type imports included.',
    { path: '^renderer/' },
    {
      path: '^(electron|e2e|scripts)/',
    },
  ),
  rule('renderer-not-node', 'There is no Node in the window.', { path: '^renderer/', pathNot: test }, { dependencyTypes: ['core'] }),
  rule(
    'electron-not-renderer',
    'The privileged side knows neither the window nor the tests.',
    { path: '^electron/' },
    {
      path: '^(renderer|e2e|scripts)/',
    },
  ),
  rule('no-tests-in-app', 'The app imports no test file.', { path: app, pathNot: test }, { path: test }),
  rule(
    'no-dev-dependency-in-app',
    'What the app imports is installed with it; Electron itself is what it runs in.',
    { path: app, pathNot: test },
    { dependencyTypes: ['npm-dev'], pathNot: ['node_modules/electron/', 'node_modules/@types/'] },
  ),
];

const doors = [
  rule(
    'electron-module-in-shell',
    "'electron' is imported by main.ts, preload.ts and app/ (and by the trial host that stands in for it).",
    { pathNot: ['^electron/(main|preload)[.]ts$', '^electron/app/', '^e2e/host/'] },
    { path: '(^|/)node_modules/electron/' },
  ),
  rule(
    'driver-in-store',
    'Only store/ opens databases.',
    { pathNot: '^electron/store/' },
    {
      path: '(^|/)node_modules/better-sqlite3(-multiple-ciphers)?/',
    },
  ),
  rule(
    'kysely-in-repositories',
    'Queries are built in *-repository.ts and store/.',
    { pathNot: ['^electron/store/', '-repository[.]ts$', '^electron/practice/', `^electron/.*${test}`] },
    { path: '(^|/)node_modules/kysely/' },
  ),
  rule(
    'kysely-types-only',
    'practice/ and tests may name a Transaction, not build a query.',
    { path: ['^electron/practice/', `^electron/.*${test}`], pathNot: ['^electron/store/', '-repository[.]ts$'] },
    { path: '(^|/)node_modules/kysely/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'repository-is-private',
    "A domain's repository is its own; audit and documents must join the caller's transaction.",
    { path: '^(electron/[^/]+|renderer|shared|e2e|scripts)' },
    { path: '^electron/[^/]+/.*-repository[.]ts$', pathNot: ['^$1/', '^electron/(audit|documents)/'] },
  ),
  rule('repository-knows-no-service', 'Rows do not know rules.', { path: '-repository[.]ts$' }, { path: '-service[.]ts$' }),
  rule(
    'pdfkit-in-documents',
    'documents/ hands out the frame others draw on, types included.',
    { pathNot: ['^electron/documents/', '^scripts/'] },
    {
      path: '(^|/)pdfkit(/|$)',
    },
  ),
];

const rooms = [
  rule(
    'rooms-apart',
    'A room imports itself, ui/, locales/ and the files at the root of renderer/; app/ puts rooms together.',
    { path: '^renderer/(?!app/|ui/|locales/)([^/]+)/' },
    { path: '^renderer/[^/]+/', pathNot: '^renderer/($1|ui|locales)/' },
  ),
  rule(
    'ui-knows-no-room',
    'A piece several rooms use knows none of them.',
    { path: '^renderer/ui/' },
    {
      path: '^renderer/[^/]+/',
      pathNot: '^renderer/(ui|locales)/',
    },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...everywhere, ...layers, ...doors, ...rooms],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
