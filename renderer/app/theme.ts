/**
 * The one theme of Stillpoint. Everything a screen may use for type, space and shape is here, its colours in `roles.ts`;
 * screens name roles (`--sp-ink-2`, `--sp-wait-ink`), never hex values and never `red`, `yellow`, `blue`.
 */
import type {
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Button,
  Checkbox,
  Chip,
  Divider,
  Input,
  MantineThemeComponent,
  Menu,
  Modal,
  NavLink,
  Notification,
  Paper,
  Popover,
  Progress,
  Radio,
  SegmentedControl,
  Table,
  Tabs,
  Text,
  Title,
  Tooltip,
  VariantColorsResolver,
} from '@mantine/core';
import { createTheme, defaultVariantColorsResolver, rem } from '@mantine/core';
import { clay, night, red, sage, stone } from './palettes.ts';

/** Filled, light and outline take their colours from the roles, so dark and high contrast need no special case. */
const variantColors: VariantColorsResolver = (input) => {
  const standard = defaultVariantColorsResolver(input);
  const family =
    input.color === 'red' ? 'stop' : input.color === 'clay' ? 'wait' : input.color === undefined || input.color === 'sage' ? 'sage' : null;
  if (family === null) return standard;
  const ink = `var(--sp-${family}-ink)`;
  const soft = `var(--sp-${family}-soft)`;
  switch (input.variant) {
    case 'filled':
      return {
        background: family === 'wait' ? 'var(--sp-wait-ink)' : `var(--sp-${family})`,
        hover:
          family === 'stop'
            ? 'var(--sp-stop-hover)'
            : `color-mix(in srgb, var(--sp-${family === 'wait' ? 'wait-ink' : family}), var(--sp-ink) 14%)`,
        color: family === 'stop' ? 'var(--sp-on-stop)' : family === 'sage' ? 'var(--sp-on-sage)' : 'var(--sp-surface)',
        border: `${rem(1)} solid transparent`,
      };
    case 'light':
      return { background: soft, hover: `color-mix(in srgb, ${soft}, ${ink} 8%)`, color: ink, border: `${rem(1)} solid transparent` };
    case 'outline':
      return { background: 'transparent', hover: soft, color: ink, border: `${rem(1)} solid var(--sp-${family}-line, ${ink})` };
    case 'subtle':
    case 'transparent':
      return {
        background: 'transparent',
        hover: input.variant === 'subtle' ? 'var(--sp-hover)' : 'transparent',
        color: ink,
        border: `${rem(1)} solid transparent`,
      };
    default:
      return standard;
  }
};

/** Heights of everything that is pressed or typed into. `xs` is drawn 36 high and reaches 44 (global.css `.sp-reach`). */
const controlHeight: Record<string, string> = { xs: rem(36), sm: rem(44), md: rem(48), lg: rem(56), xl: rem(72) };
const controlText: Record<string, string> = { xs: rem(15), sm: rem(15), md: rem(17), lg: rem(20), xl: rem(24) };
const sized = (table: Record<string, string>, size: unknown): string => table[String(size ?? 'sm')] ?? table.sm ?? rem(44);

/** How a component looks, held to its own type by the compiler alone: naming it in earnest would bring all of them to the unlock screen. */
const look = <C extends { readonly extend: (own: never) => MantineThemeComponent }>(
  own: Parameters<C['extend']>[0],
): MantineThemeComponent => own;

export const theme = createTheme({
  colors: { sage, clay, red, gray: stone, dark: night },
  primaryColor: 'sage',
  primaryShade: { light: 7, dark: 3 },
  white: '#FFFDFA',
  black: '#1F2C29',
  autoContrast: false,
  variantColorResolver: variantColors,

  fontFamily: '"Source Sans 3", "Source Sans Pro", "Segoe UI", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, monospace',
  fontSmoothing: true,
  fontSizes: { xs: rem(13), sm: rem(15), md: rem(17), lg: rem(20), xl: rem(24) },
  lineHeights: { xs: '1.385', sm: '1.4667', md: '1.5294', lg: '1.5', xl: '1.3333' },
  fontWeights: { regular: '400', medium: '600', bold: '700' },
  headings: {
    fontFamily: '"Source Sans 3", "Source Sans Pro", "Segoe UI", system-ui, sans-serif',
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: rem(28), lineHeight: '1.2143', fontWeight: '600' },
      h2: { fontSize: rem(20), lineHeight: '1.3', fontWeight: '600' },
      h3: { fontSize: rem(17), lineHeight: '1.4118', fontWeight: '600' },
      h4: { fontSize: rem(15), lineHeight: '1.3333', fontWeight: '600' },
      h5: { fontSize: rem(13), lineHeight: '1.2308', fontWeight: '600' },
      h6: { fontSize: rem(13), lineHeight: '1.2308', fontWeight: '400' },
    },
  },

  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(16) },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'var(--sp-raise)', lg: 'var(--sp-raise)', xl: 'var(--sp-raise)' },
  breakpoints: { xs: '36em', sm: '48em', md: '64em', lg: '80em', xl: '90em' },
  cursorType: 'pointer',
  focusRing: 'auto',
  focusClassName: 'sp-focus',
  respectReducedMotion: true,

  components: {
    Text: look<typeof Text>({ defaultProps: { size: 'sm' } }),
    Title: look<typeof Title>({ styles: { root: { letterSpacing: '-0.005em' } } }),
    Anchor: look<typeof Anchor>({
      defaultProps: { underline: 'always', size: 'sm' },
      styles: { root: { textUnderlineOffset: '0.18em', textDecorationThickness: rem(1) } },
    }),
    Button: look<typeof Button>({
      defaultProps: { size: 'sm' },
      vars: (_theme, { size }) => ({
        root: {
          '--button-height': sized(controlHeight, size),
          '--button-fz': sized(controlText, size),
          '--button-padding-x': sized({ xs: rem(12), sm: rem(16), md: rem(20), lg: rem(24), xl: rem(32) }, size),
        },
      }),
      styles: { root: { overflow: 'visible', transitionDuration: 'var(--sp-fast)' }, label: { overflow: 'visible' } },
    }),
    ActionIcon: look<typeof ActionIcon>({
      defaultProps: { size: 44, variant: 'subtle', color: 'sage' },
      styles: { root: { overflow: 'visible' } },
    }),
    Input: look<typeof Input>({
      vars: (_theme, { size }) => ({
        wrapper: {
          '--input-height': sized(controlHeight, size),
          '--input-fz': sized(controlText, size),
          '--input-bd': 'var(--sp-line-strong)',
          '--input-bg': 'var(--sp-surface)',
          '--input-placeholder-color': 'var(--sp-ink-3)',
        },
      }),
    }),
    InputWrapper: look<typeof Input.Wrapper>({
      defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] },
      styles: {
        label: { fontSize: rem(15), fontWeight: 600, lineHeight: rem(22), marginBottom: rem(4) },
        description: { fontSize: rem(13), lineHeight: rem(18), color: 'var(--sp-ink-3)', marginBottom: rem(2) },
        error: { fontSize: rem(15), lineHeight: rem(22), fontWeight: 600, color: 'var(--sp-wait-ink)' },
      },
    }),
    Checkbox: look<typeof Checkbox>({
      defaultProps: { size: 'sm', radius: 'xs' },
      vars: () => ({ root: { '--checkbox-size': rem(22), '--checkbox-icon-color': 'var(--sp-on-sage)' } }),
      styles: { label: { fontSize: rem(15), lineHeight: rem(22) }, input: { borderColor: 'var(--sp-line-strong)' } },
    }),
    Radio: look<typeof Radio>({
      defaultProps: { size: 'sm' },
      vars: () => ({ root: { '--radio-size': rem(22), '--radio-icon-color': 'var(--sp-on-sage)' } }),
      styles: { label: { fontSize: rem(15), lineHeight: rem(22) } },
    }),
    Chip: look<typeof Chip>({ defaultProps: { radius: 'xl', variant: 'outline' } }),
    Badge: look<typeof Badge>({
      defaultProps: { variant: 'light', radius: 'sm', size: 'md' },
      vars: () => ({ root: { '--badge-height': rem(24), '--badge-fz': rem(13), '--badge-padding-x': rem(8) } }),
      styles: { root: { textTransform: 'none', letterSpacing: 0, fontWeight: 600 } },
    }),
    Paper: look<typeof Paper>({
      defaultProps: { withBorder: true, radius: 'md', shadow: 'none' },
      styles: { root: { backgroundColor: 'var(--sp-surface)', borderColor: 'var(--sp-line)' } },
    }),
    Divider: look<typeof Divider>({ styles: { root: { borderColor: 'var(--sp-line)' } } }),
    Tabs: look<typeof Tabs>({
      defaultProps: { variant: 'default' },
      styles: { tab: { minHeight: rem(44), fontSize: rem(15), paddingInline: rem(12) }, list: { gap: rem(4) } },
    }),
    SegmentedControl: look<typeof SegmentedControl>({
      defaultProps: { size: 'sm', transitionDuration: 90, withItemsBorders: false },
      styles: {
        root: { backgroundColor: 'var(--sp-sunk)', padding: 0 },
        // The whole height takes a touch; the mark of the chosen one is drawn 3 px smaller.
        label: { fontSize: rem(15), minHeight: rem(44), minWidth: rem(44), lineHeight: rem(44), paddingBlock: 0 },
        indicator: {
          backgroundColor: 'var(--sp-raised)',
          backgroundClip: 'padding-box',
          border: `${rem(3)} solid transparent`,
          boxShadow: 'none',
          outline: '1px solid var(--sp-line)',
          outlineOffset: rem(-3),
        },
      },
    }),
    Table: look<typeof Table>({
      defaultProps: { verticalSpacing: rem(11), horizontalSpacing: 'sm', tabularNums: true },
      styles: { th: { fontSize: rem(13), fontWeight: 600, color: 'var(--sp-ink-3)' } },
    }),
    Alert: look<typeof Alert>({ defaultProps: { variant: 'light', radius: 'md' } }),
    Progress: look<typeof Progress>({ defaultProps: { radius: 'xl', size: 6 }, styles: { root: { backgroundColor: 'var(--sp-line)' } } }),
    NavLink: look<typeof NavLink>({ styles: { root: { minHeight: rem(44), borderRadius: rem(8), fontSize: rem(15) } } }),
    Menu: look<typeof Menu>({
      defaultProps: { shadow: 'md', transitionProps: { duration: 90 } },
      styles: {
        dropdown: { backgroundColor: 'var(--sp-raised)', borderColor: 'var(--sp-line)' },
        item: { minHeight: rem(44), fontSize: rem(15) },
      },
    }),
    Popover: look<typeof Popover>({
      defaultProps: { shadow: 'md', radius: 'lg', transitionProps: { duration: 90 } },
      styles: { dropdown: { backgroundColor: 'var(--sp-raised)', borderColor: 'var(--sp-line)' } },
    }),
    Modal: look<typeof Modal>({
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { color: 'var(--sp-scrim)', backgroundOpacity: 1 },
        transitionProps: { duration: 120, transition: 'fade' },
      },
    }),
    Notification: look<typeof Notification>({ defaultProps: { withBorder: true, radius: 'md' } }),
    Tooltip: look<typeof Tooltip>({
      defaultProps: { openDelay: 350, transitionProps: { duration: 90 } },
      styles: { tooltip: { fontSize: rem(13), backgroundColor: 'var(--sp-ink)', color: 'var(--sp-surface)' } },
    }),
  },
});
