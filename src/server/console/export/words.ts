import type { CaseStatus } from '../../../core/case/status.ts';
import type { Language } from '../../../core/knowledge/localized.ts';
import { PHRASED_TEXTS } from '../../../protocol/console/evidence.ts';
import type { NOTICES } from '../../../protocol/entry.ts';

type Notice = (typeof NOTICES)[number];

export interface ExportWords {
  title: string;
  madeBy: (name: string, at: string, zone: string) => string;
  conversation: string;
  case: string;
  status: Record<CaseStatus, string>;
  mediatorOf: string;
  nobody: string;
  summary: string;
  facts: string;
  missing: string;
  notFiled: string;
  file: (name: string) => string;
  talk: string;
  person: string;
  bot: string;
  mediator: (name: string) => string;
  system: string;
  notices: Record<Notice, (name: string) => string>;
  wants: (what: string) => string;
  files: string;
  filesColumns: readonly [name: string, belongsTo: string, received: string, size: string, hash: string];
  lost: string;
  bytes: (count: number) => string;
  offered: string;
  generated: string;
  /** On the page, where a text is so marked. */
  generatedNote: string;
  basis: string;
}

const zhCN: ExportWords = {
  title: '案卷',
  madeBy: (name, at, zone) => `${name} 于 ${at} 导出，时间均为 ${zone}`,
  conversation: '会话',
  case: '案件',
  status: {
    filed: '已提交',
    'in-progress': '处理中',
    'waiting-for-person': '等对方补充',
    closed: '已结案',
  },
  mediatorOf: '负责人',
  nobody: '无人负责',
  summary: '概要',
  facts: '已知信息',
  missing: '还缺',
  notFiled: '案件（尚未提交）',
  file: name => `文件：${name}`,
  talk: '对话',
  person: '当事人',
  bot: '机器人',
  mediator: name => `调解员 ${name}`,
  system: '系统',
  notices: {
    joined: name => `${name} 接入了对话`,
    left: name => `${name} 把对话交回了机器人`,
    ended: name => `${name} 结束了对话`,
    asks: name => `${name} 让机器人补问一个问题`,
  },
  wants: what => `请提供：${what}`,
  files: '材料',
  filesColumns: ['文件', '属于', '收到时间', '大小', 'SHA-256'],
  lost: '文件已缺失或损坏，没有导出',
  bytes: count => `${count.toLocaleString('zh-CN')} 字节`,
  offered: '选项：',
  generated: 'AI生成',
  generatedNote: `标有「AI生成」的文字，说法由 AI 改写，内容由规则写成；原文、所用模型和提示词在 ${PHRASED_TEXTS} 里。`,
  basis: '依据：',
};

const en: ExportWords = {
  title: 'Case record',
  madeBy: (name, at, zone) => `Taken out by ${name} at ${at}; all times are in ${zone}`,
  conversation: 'Conversation',
  case: 'Case',
  status: {
    filed: 'Filed',
    'in-progress': 'In progress',
    'waiting-for-person': 'Waiting for the person',
    closed: 'Closed',
  },
  mediatorOf: 'Looked after by',
  nobody: 'nobody',
  summary: 'Summary',
  facts: 'What is known',
  missing: 'Missing',
  notFiled: 'Case (not filed yet)',
  file: name => `File: ${name}`,
  talk: 'Conversation',
  person: 'Person',
  bot: 'Bot',
  mediator: name => `Mediator ${name}`,
  system: 'System',
  notices: {
    joined: name => `${name} joined the conversation`,
    left: name => `${name} left the conversation to the bot`,
    ended: name => `${name} ended the conversation`,
    asks: name => `${name} has the bot ask a question`,
  },
  wants: what => `Please provide: ${what}`,
  files: 'Files',
  filesColumns: ['File', 'Belongs to', 'Received', 'Size', 'SHA-256'],
  lost: 'lost or damaged, and not in this archive',
  bytes: count => `${count.toLocaleString('en')} bytes`,
  offered: 'Choices: ',
  generated: 'AI-generated',
  generatedNote: `Where it says “AI-generated”, a language model worded what rules had written; their own words, the model and its instructions are in ${PHRASED_TEXTS}.`,
  basis: 'Based on: ',
};

/** What an export says of its own, to whoever reads it. */
export const EXPORT_WORDS: Record<Language, ExportWords> = { 'zh-CN': zhCN, en };
