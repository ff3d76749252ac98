/** Where each entry of the browser's history was scrolled to, so that Back finds it again. */
const offsets = new Map<string, number>();

export const rememberScroll = (entry: string, offset: number): void => {
  offsets.set(entry, offset);
};
export const recallScroll = (entry: string): number => offsets.get(entry) ?? 0;
