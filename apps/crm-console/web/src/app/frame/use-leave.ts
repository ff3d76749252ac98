import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { paths } from '../../config/paths.ts';
import { useSignOut } from '../../features/session/api/sign-in.ts';

/** Ends the session and leaves nothing of it in the page; where the server cannot be told, the sign-in is shown all the same. */
export function useLeave(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return () =>
    signOut.mutate(undefined, {
      onSettled: () => {
        void navigate({ to: paths.signIn, search: {} }).then(() => queries.clear());
      },
    });
}
