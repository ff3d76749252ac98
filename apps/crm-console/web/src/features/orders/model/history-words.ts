import { channelNames, channels } from 'shared/domain/channel';
import { fulfilmentLabels, paymentLabels } from 'shared/domain/order-words';
import { statusLabel } from 'shared/mapping/status/tables';
import type { Words } from '../../../i18n/use-words.ts';
import type { Channel, HistoryEntry } from './order.ts';

export type Part = { text: string; strong?: true };
export type Sentence = { icon: 'placed' | 'told' | 'seen' | 'person' | 'other'; parts: Part[] };

type Context = Words & { channel: Channel; buyerMessage: string | null };

/** What happened, in a sentence; what has no sentence yet is named, never hidden. */
export function historySentence(entry: HistoryEntry, context: Context): Sentence {
  const { t, channel, buyerMessage } = context;
  const who: Part = { text: actorName(entry, t), strong: true };
  switch (entry.kind) {
    case 'placed': {
      const name = channelNames[channel];
      return { icon: 'placed', parts: [{ text: buyerMessage ? t('history.placedNote', { channel: name, message: buyerMessage }) : t('history.placed', { channel: name }) }] };
    }
    case 'channel_status': return { icon: 'told', parts: [who, { text: ` ${t('history.told')} ` }, ...told(entry, context)] };
    case 'order.reveal': return { icon: 'seen', parts: [who, { text: ` ${t('history.reveal')}` }] };
    case 'order.refresh': return { icon: 'told', parts: [who, { text: ` ${t('history.refresh')}` }] };
    case 'order.edit': return { icon: 'person', parts: [who, { text: ` ${edited(entry, t)}` }] };
    default: return { icon: 'other', parts: [{ text: t('history.other', { kind: entry.kind }) }] };
  }
}

function told({ data }: HistoryEntry, { language, channel, t }: Context): Part[] {
  const word = textOf(data['channelStatus']);
  const fulfilment = labelOf(fulfilmentLabels, data['fulfilmentStatus']);
  const payment = labelOf(paymentLabels, data['paymentStatus']);
  return [
    { text: word === undefined ? t('order.noWord') : statusLabel(channel, word)[language] },
    ...(fulfilment ? [{ text: ' → ' }, { text: fulfilment[language], strong: true as const }] : []),
    ...(payment ? [{ text: ` · ${payment[language]}` }] : []),
  ];
}

/** `gắn nhãn “Gói quà”, nhận phụ trách` */
function edited({ data, actor }: HistoryEntry, t: Words['t']): string {
  const [before, after] = [fieldsOf(data['before']), fieldsOf(data['after'])];
  const [had, has] = [textsOf(before['tags']), textsOf(after['tags'])];
  const added = has.filter((tag) => !had.includes(tag));
  const removed = had.filter((tag) => !has.includes(tag));
  const assignee = textOf(after['assignee']);
  const isAssigned = 'assignee' in before || 'assignee' in after;
  const acts = [
    added.length > 0 ? t('history.addTags', { tags: quoted(added) }) : '',
    removed.length > 0 ? t('history.removeTags', { tags: quoted(removed) }) : '',
    isAssigned ? (assignee === undefined ? t('history.clearAssignee') : actor === `staff:${assignee}` ? t('history.takeAssignee') : t('history.setAssignee')) : '',
    textOf(after['note']) === undefined ? (textOf(before['note']) === undefined ? '' : t('history.clearNote')) : t('history.editNote'),
  ];
  return acts.filter(Boolean).join(', ') || t('history.edited');
}

function actorName({ actor, actorName: name }: HistoryEntry, t: Words['t']): string {
  if (name !== null) return name;
  const channel = channels.find((one) => one === actor);
  if (channel) return channelNames[channel];
  if (actor === 'api-key') return t('history.machine');
  return actor.startsWith('staff:') ? t('history.formerStaff') : t('history.system');
}

const quoted = (tags: readonly string[]): string => tags.map((tag) => `“${tag}”`).join(', ');
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});

function labelOf(labels: Record<string, { vi: string; en: string }>, word: unknown): { vi: string; en: string } | undefined {
  return typeof word === 'string' ? labels[word] : undefined;
}
