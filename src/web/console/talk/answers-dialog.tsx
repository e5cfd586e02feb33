import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Modal } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { z } from 'zod';
import type { Item } from '../../../protocol/console/desk.ts';
import type { AnswerList } from '../../../protocol/console/library.ts';
import { call, query } from '../api/call.ts';
import { useOrder } from '../api/use-order.ts';
import { useWords } from '../words/words.ts';

/** Answers the bot knows, searched by words; the chosen one is given by the bot, with its sources. */
export function AnswersDialog({ item, close }: { item: Item; close: () => void }) {
  const words = useWords();
  const order = useOrder(item.conversation);
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { language } = item;
  const { data } = useQuery({
    queryKey: ['answers', language, q],
    queryFn: () => call<z.infer<typeof AnswerList>>('GET', `/answers${query({ q, language })}`),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const answers = q === '' ? [] : (data?.answers ?? []);
  return (
    <Modal open title={words.searchAnswers} footer={null} width={640} onCancel={close}>
      <Input.Search
        autoFocus
        aria-label={words.searchAnswers}
        placeholder={words.searchAnswersHint}
        value={text}
        maxLength={200}
        onChange={({ target }) => setText(target.value)}
      />
      {q !== '' && data && answers.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noAnswers} />
      )}
      <ul className="answers">
        {answers.map(({ id, title, text }) => (
          <li key={id}>
            <strong>{title}</strong>
            <p>{text}</p>
            <Button
              size="small"
              type="primary"
              disabled={order.isPending}
              onClick={() => void order.give({ path: 'answers', body: { faq: id } }, { taken: close })}
            >
              {words.insert}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
