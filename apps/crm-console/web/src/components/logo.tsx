import { IconRefresh } from '@tabler/icons-react';

export function Logo({ size }: { size: number }) {
  const style = { display: 'grid', placeItems: 'center', width: size, height: size, borderRadius: size / 4, background: 'var(--c-accent)', color: '#fff', flex: 'none' };
  return (
    <span style={style} aria-hidden>
      <IconRefresh size={size * 0.66} stroke={1.9} />
    </span>
  );
}
