import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { z } from 'zod';
import { isDoubtful, isRefused } from '../../../core/knowledge/reply-problem.ts';
import type { Language } from '../../../core/knowledge/localized.ts';
import type { ReplyContent } from '../../../core/staff/replies/events.ts';
import type { Reply, ReplyProblem, ReplyProblems } from '../../../protocol/console/replies.ts';
import { call } from '../api/call.ts';
import { useWords } from '../words/words.ts';
import { ProblemList } from './problem-list.tsx';
import { useSaveReply } from './use-save-reply.ts';

/** As in the core, whose list would bring its schemas along. */
const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

type Written = Record<Language, { title: string; text: string }>;

const writtenIn = (reply: Reply | null): Written => {
  const of = (language: Language) => ({
    title: reply?.wordings[language]?.title ?? '',
    text: reply?.wordings[language]?.source ?? '',
  });
  return { 'zh-CN': of('zh-CN'), en: of('en') };
};

/** Null while nothing is written, or something half: a text without a title, a title without a text. */
function contentOf(topic: Reply['topic'], written: Written): ReplyContent | null {
  const begun = LANGUAGES.filter(one => written[one].title.trim() !== '' || written[one].text.trim() !== '');
  const isWhole = begun.every(one => written[one].title.trim() !== '' && written[one].text.trim() !== '');
  if (begun.length === 0 || !isWhole) return null;
  return { topic, wordings: Object.fromEntries(begun.map(one => [one, written[one]])) };
}

/** Writes a reply, or rewrites one; while one writes it says what would be wrong with it. */
export function ReplyDialog({ reply, close }: { reply: Reply | null; close: () => void }) {
  const words = useWords();
  const [topic, setTopic] = useState<Reply['topic']>(reply?.topic ?? 'progress');
  const [written, setWritten] = useState(() => writtenIn(reply));
  const content = contentOf(topic, written);
  const checked = useDeferredValue(content);
  const { save, stale, problems: told } = useSaveReply(reply, close);
  const { data } = useQuery({
    queryKey: ['reply-check', checked],
    queryFn: () => call<z.infer<typeof ReplyProblems>>('POST', '/canned/check', checked ?? {}),
    enabled: checked !== null,
    gcTime: 0,
  });
  const problems = content === null ? [] : (data?.problems ?? told);
  const isMeant = problems.some(isDoubtful);
  const okText = stale ? words.confirmAgain : isMeant ? words.saveAnyway : words.save;
  return (
    <Modal
      open
      width={640}
      title={reply ? words.editReply : words.newReply}
      okText={okText}
      okButtonProps={{ disabled: content === null || problems.some(isRefused) }}
      confirmLoading={save.isPending}
      onOk={() => content && save.mutate({ content, isMeant })}
      onCancel={close}
      mask={{ closable: false }}
    >
      {stale && <StaleReply reply={stale.reply} />}
      <Form layout="vertical">
        <Form.Item label={words.topic} htmlFor="reply-topic">
          <Select
            id="reply-topic"
            value={topic}
            onChange={setTopic}
            options={Object.entries(words.topics).map(([value, label]) => ({
              value: value as Reply['topic'],
              label,
            }))}
          />
        </Form.Item>
        {LANGUAGES.map(language => (
          <WordingFields
            key={language}
            language={language}
            wording={written[language]}
            problems={problems.filter(one => one.language === language)}
            change={wording => setWritten({ ...written, [language]: wording })}
          />
        ))}
      </Form>
      <p className="quiet">{words.replyParameters}</p>
    </Modal>
  );
}

interface WordingFieldsProps {
  language: Language;
  wording: Written[Language];
  problems: readonly ReplyProblem[];
  change: (wording: Written[Language]) => void;
}

function WordingFields({ language, wording, problems, change }: WordingFieldsProps) {
  const words = useWords();
  const [title, text] = [`reply-title-${language}`, `reply-text-${language}`];
  return (
    <fieldset className="wording">
      <legend>{words.languages[language]}</legend>
      <Form.Item label={words.replyTitle} htmlFor={title}>
        <Input
          id={title}
          maxLength={40}
          value={wording.title}
          onChange={({ target }) => change({ ...wording, title: target.value })}
        />
      </Form.Item>
      <Form.Item label={words.replyText} htmlFor={text}>
        <Input.TextArea
          id={text}
          lang={language}
          maxLength={1_000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={wording.text}
          onChange={({ target }) => change({ ...wording, text: target.value })}
        />
      </Form.Item>
      <ProblemList problems={problems} />
    </fieldset>
  );
}

/** How somebody else has left the reply that one is writing at. */
function StaleReply({ reply }: { reply: Reply }) {
  const words = useWords();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="problems"
      title={words.staleTitle}
      description={
        <>
          <p>{words.staleHint}</p>
          {LANGUAGES.map(language => reply.wordings[language]).map(
            one =>
              one && (
                <blockquote key={one.title}>
                  <strong>{one.title}</strong> {one.source}
                </blockquote>
              ),
          )}
          {reply.isHidden && <p>{words.hiddenReply}</p>}
        </>
      }
    />
  );
}
