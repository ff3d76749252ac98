import { Button, Select, TagsInput, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from './order-page.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import { causeOf } from '../../../lib/error-words.ts';
import type { OrderPatch } from '../api/edit-order.ts';
import type { Order } from '../model/order.ts';
import { changedFields } from '../model/own-fields.ts';

export type Person = { id: string; name: string };

type OwnFormProps = { order: Order; staff: readonly Person[]; busy: boolean; error: unknown; onSave: (patch: OrderPatch) => void; onCancel: () => void };

/** Only what was changed is sent, so that two people at different fields do not undo each other. */
export function OwnForm({ order, staff, busy, error, onSave, onCancel }: OwnFormProps) {
  const { t } = useWords();
  const [start] = useState({ assignee: order.assignee, tags: order.tags, note: order.note });
  const [draft, setDraft] = useState(start);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const patch = changedFields(start, draft);
    if (Object.keys(patch).length === 0) onCancel();
    else onSave(patch);
  };

  return (
    <form className={styles['form']} onSubmit={submit} aria-label={t('order.own')}>
      <Select
        label={t('order.assignee')} placeholder={t('order.nobody')} data={staff.map(({ id, name }) => ({ value: id, label: name }))} value={draft.assignee} clearable
        onChange={(assignee) => setDraft({ ...draft, assignee })} comboboxProps={{ shadow: 'md' }}
      />
      <TagsInput label={t('order.tags')} placeholder={draft.tags.length > 0 ? '' : t('order.addTag')} value={draft.tags} maxTags={20} maxLength={40} onChange={(tags) => setDraft({ ...draft, tags })} />
      <Textarea label={t('order.note')} value={draft.note ?? ''} maxLength={5_000} autosize minRows={3} maxRows={10} onChange={({ currentTarget }) => setDraft({ ...draft, note: currentTarget.value })} />
      {error ? <p className={styles['fault']} role="alert">{t('order.saveFailed', { reason: causeOf(error, t) })}</p> : null}
      <div className={styles['formActs']}>
        <Button onClick={onCancel}>{t('order.cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy}>{t('order.save')}</Button>
      </div>
    </form>
  );
}
