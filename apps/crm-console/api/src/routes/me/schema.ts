import { z } from 'zod';

export const staffRoles = ['owner', 'manager', 'order_desk', 'viewer'] as const;
export const StaffRoleSchema = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRoleSchema>;

export const MeSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable().meta({ description: 'Null for a machine’s key.' }),
    role: StaffRoleSchema,
  })
  .meta({ id: 'Me' });
