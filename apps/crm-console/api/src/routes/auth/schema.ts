import { z } from 'zod';
import { TextSchema } from '../../schemas/primitives.ts';

export const SignInSchema = z.object({ email: TextSchema.trim().min(1).max(200), password: TextSchema.min(1).max(200), rememberMe: z.boolean().optional() });
export const ChangePasswordSchema = z.object({
  currentPassword: TextSchema.min(1).max(200),
  newPassword: TextSchema.min(8).max(128),
  revokeOtherSessions: z.boolean().optional(),
});
const UserSchema = z.object({ id: z.string(), name: z.string(), email: z.string() });
export const SignedInSchema = z.object({ user: UserSchema }).meta({ id: 'SignedIn' });
export const SignedOutSchema = z.object({ success: z.boolean() }).meta({ id: 'SignedOut' });
