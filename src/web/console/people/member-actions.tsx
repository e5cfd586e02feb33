import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { z } from 'zod';
import type { OneTimeLink, StaffMember } from '../../../protocol/console/staff.ts';
import { call } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { useWords } from '../words/words.ts';
import { useChangeMember } from './use-change-member.ts';

interface MemberActionsProps {
  member: StaffMember;
  edit: () => void;
  showLink: (token: string) => void;
}

export function MemberActions({ member, edit, showLink }: MemberActionsProps) {
  const words = useWords();
  const { modal } = App.useApp();
  const { tell } = useFailure();
  const change = useChangeMember(member);
  const link = useMutation({
    mutationFn: () => call<z.infer<typeof OneTimeLink>>('POST', `/staff/${member.id}/link`),
    onSuccess: ({ token }) => showLink(token),
    onError: tell,
  });
  const disable = () => {
    void modal.confirm({
      title: words.disableTitle(member.name),
      content: words.disableHint,
      okText: words.disable,
      okButtonProps: { danger: true },
      onOk: () => change.mutateAsync({ disabled: true }).catch(() => {}),
    });
  };
  if (member.disabled)
    return (
      <Button
        type="link"
        size="small"
        loading={change.isPending}
        onClick={() => change.mutate({ disabled: false })}
      >
        {words.enable}
      </Button>
    );
  return (
    <>
      <Button type="link" size="small" onClick={edit}>
        {words.edit}
      </Button>
      <Button type="link" size="small" loading={link.isPending} onClick={() => link.mutate()}>
        {words.linkAgain}
      </Button>
      <Button type="link" size="small" onClick={disable}>
        {words.disable}
      </Button>
    </>
  );
}
