import type { WidgetWord } from '../../protocol/widget-words.ts';
import type { WidgetLanguage } from './session.ts';

/** The words needed before the server has been reached; the same as in knowledge/phrases. */
export const FALLBACK: Record<WidgetLanguage, Partial<Record<WidgetWord, string>>> = {
  'zh-CN': {
    title: '协商助手',
    bot: '机器人',
    open: '打开协商助手',
    close: '关闭',
    'switch-language': 'English',
    transcript: '对话内容',
    input: '请说说您遇到的事',
    send: '发送',
    attach: '添加图片或文件',
    connecting: '连接中…',
    offline: '已断开，您的话还在，恢复后自动发送',
    sending: '发送中',
    sent: '已送达',
  },
  en: {
    title: 'Dispute assistant',
    bot: 'Bot',
    open: 'Open the dispute assistant',
    close: 'Close',
    'switch-language': '中文',
    transcript: 'Conversation',
    input: 'Tell me what happened',
    send: 'Send',
    attach: 'Add pictures or files',
    connecting: 'Connecting…',
    offline: 'Disconnected. Your words are kept and go out once we are back.',
    sending: 'Sending',
    sent: 'Delivered',
  },
};
