import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/api-client.ts';
import { unwrap } from '../../../lib/api-error.ts';

export type Credentials = { email: string; password: string };

export const useSignIn = () =>
  useMutation({ mutationFn: async (body: Credentials) => unwrap(await api.POST('/api/auth/sign-in/email', { body })) });

export const useSignOut = () => useMutation({ mutationFn: async () => unwrap(await api.POST('/api/auth/sign-out')) });
