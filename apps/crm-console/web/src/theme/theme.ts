import { Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple, Menu, Popover, Tooltip } from '@mantine/core';
import { tokens } from './tokens.ts';

const jade: MantineColorsTuple = ['#E2F1F1', '#CDE6E7', '#B5DBDD', '#9CCFD2', '#7ABEC3', '#4FA6AD', '#2A8A92', '#0B6B73', '#095A61', '#07494F'];

export const theme = createTheme({
  colors: { jade },
  primaryColor: 'jade',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "'Inter Variable', 'Noto Sans', system-ui, sans-serif, 'Noto Color Emoji'",
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.3334', sm: '1.3847', md: '1.4286', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '10px', xl: '11px' },
  defaultRadius: 'md',
  shadows: { xs: '0 1px 2px rgb(0 0 0 / 8%)', sm: '0 1px 2px rgb(0 0 0 / 8%)', md: '0 6px 20px rgb(0 0 0 / 14%)', lg: '0 6px 20px rgb(0 0 0 / 14%)', xl: '0 16px 48px rgb(0 0 0 / 22%)' },
  focusRing: 'never', // one ring of ours for everything that takes focus, in global.css
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { variant: 'default', size: 'sm' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: false, color: 'var(--c-tip)', c: '#fff', multiline: true, maw: 360 } }),
  },
});

/** Which side of a token Mantine's own variables take. */
const mantineVariables = {
  '--mantine-color-body': 'var(--c-surface)',
  '--mantine-color-text': 'var(--c-text)',
  '--mantine-color-bright': 'var(--c-text)',
  '--mantine-color-dimmed': 'var(--c-text3)',
  '--mantine-color-placeholder': 'var(--c-text3)',
  '--mantine-color-anchor': 'var(--c-accent-text)',
  '--mantine-color-default': 'var(--c-surface)',
  '--mantine-color-default-hover': 'var(--c-hover)',
  '--mantine-color-default-color': 'var(--c-text)',
  '--mantine-color-default-border': 'var(--c-line2)',
  '--mantine-color-error': 'var(--c-red)',
  '--mantine-primary-color-filled': 'var(--c-accent)',
  '--mantine-primary-color-filled-hover': 'var(--c-accent-hover)',
  '--mantine-color-jade-filled': 'var(--c-accent)',
  '--mantine-color-jade-filled-hover': 'var(--c-accent-hover)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: side(0), dark: side(1) });

const side = (index: 0 | 1): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(tokens).map(([name, colours]) => [`--c-${name}`, colours[index]])),
  ...mantineVariables,
});
