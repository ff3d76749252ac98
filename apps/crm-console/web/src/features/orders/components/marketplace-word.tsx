import { Popover, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { Trans } from 'react-i18next';
import { channelNames } from 'shared/domain/channel';
import { fulfilmentLabels, type FulfilmentStatus } from 'shared/domain/order-words';
import styles from './words.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import type { Channel } from '../model/order.ts';

type Label = { vi: string; en: string; meaning?: { vi: string; en: string } | null };

type MarketplaceWordProps = {
  channel: Channel;
  /** The word as the marketplace sent it. */
  word: string | null;
  label: Label | null;
  /** What the CRM makes of it; undefined where nothing is to be said. */
  ours?: FulfilmentStatus | null;
};

/** The marketplace's own word: square, grey, never styled like ours. Its meaning comes by pointer, focus or touch. */
export function MarketplaceWord({ channel, word, label, ours }: MarketplaceWordProps) {
  const { t, language } = useWords();
  const [opened, setOpened] = useState(false);
  if (word === null) return <span className={styles['unknown']}>—</span>;
  const said = label?.[language] ?? word;
  const close = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpened(false);
  };
  return (
    <span className={styles['anchor']}>
      <UnstyledButton
        className={styles['market']} aria-label={`${channelNames[channel]}: ${said}. ${t('meaning.show')}`} aria-expanded={opened} onKeyDown={close}
        onPointerEnter={(event) => event.pointerType === 'mouse' && setOpened(true)} onPointerLeave={(event) => event.pointerType === 'mouse' && setOpened(false)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setOpened(true)} onBlur={() => setOpened(false)}
        onClick={(event) => {
          event.stopPropagation();
          setOpened(true);
        }}
      >
        <span>{channelNames[channel]}:</span> <span className={styles['dotted']}>{said}</span>
      </UnstyledButton>
      {/* Mounted when it is asked for: a list has hundreds of these words. */}
      {opened ? (
        <Popover opened onChange={setOpened} position="bottom-start" offset={4} width={300} withRoles={false} trapFocus={false} returnFocus={false} closeOnClickOutside={false} transitionProps={{ duration: 0 }}>
          <Popover.Target><span className={styles['reach']} /></Popover.Target>
          <Popover.Dropdown className={styles['meaning']} role="tooltip" onClick={(event) => event.stopPropagation()}>
            <p><strong>{channelNames[channel]} “{said}”</strong> {said === word ? null : <span className="mono">({word})</span>}</p>
            <p>
              {label?.meaning ? `${capital(label.meaning[language])}.` : said !== word ? null : t('meaning.none')}{' '}
              {ours ? <Trans t={t} i18nKey="meaning.inCrm" values={{ word: fulfilmentLabels[ours][language] }} components={{ b: <strong /> }} /> : null}
            </p>
          </Popover.Dropdown>
        </Popover>
      ) : null}
    </span>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
