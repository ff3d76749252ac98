import { wire } from 'shared/json/parse-exact';
import { z } from 'zod';

export const TRACKING_NUMBER_PATH = '/api/v2/logistics/get_tracking_number';

/** May be empty for minutes after the shipment was arranged. */
export const TrackingNumberAnswerSchema = z.object({ tracking_number: wire.text.nullish() });
