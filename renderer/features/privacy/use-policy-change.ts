import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, orpc } from '#renderer/app/connection.ts';
import { versionsOf } from '#shared/commands/edit.ts';
import { settingParts } from '#shared/commands/settings.ts';
import type { PrivacyPolicy } from '#shared/model/privacy.ts';

/** Changes a part of the policy as it is shown; what is pressed quickly goes one after the other, each from where the one before left it. */
export function usePolicyChange(shown: PrivacyPolicy) {
  const queryClient = useQueryClient();
  const queryKey = orpc.privacy.policy.queryKey();
  return useMutation({
    scope: { id: 'policy' },
    mutationFn: (change: (policy: PrivacyPolicy) => Partial<PrivacyPolicy>) => {
      const policy = queryClient.getQueryData(queryKey)?.policy ?? shown;
      return client.privacy.setPolicy({ ...policy, ...change(policy), seen: versionsOf(settingParts('privacy', policy)) });
    },
    onSuccess: (policy) => queryClient.setQueryData(queryKey, (before) => before && { ...before, policy }),
  });
}
