import { z } from 'zod';
import { listResponse } from '../../schemas/paging.ts';
import { StaffRoleSchema } from '../me/schema.ts';

export const StaffMemberSchema = z.object({ id: z.string(), name: z.string(), role: StaffRoleSchema }).meta({ id: 'StaffMember' });
export const StaffListSchema = listResponse(StaffMemberSchema);
