import type { OrderPatch } from '../api/edit-order.ts';

export type OwnFields = { assignee: string | null; tags: string[]; note: string | null };

/** The fields of a form that differ from what it began with; a blank note is none. */
export function changedFields(start: OwnFields, draft: OwnFields): OrderPatch {
  const note = draft.note?.trim() || null;
  return {
    ...(draft.assignee !== start.assignee && { assignee: draft.assignee }),
    ...(draft.tags.join('\n') !== start.tags.join('\n') && { tags: draft.tags }),
    ...(note !== start.note && { note }),
  };
}
