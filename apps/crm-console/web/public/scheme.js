// Before the first paint, so that a dark screen never flashes white.
try {
  if (localStorage.getItem('mantine-color-scheme-value') === 'dark') document.documentElement.dataset.mantineColorScheme = 'dark';
} catch {}
