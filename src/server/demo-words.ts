import type { Language } from '../core/knowledge/localized.ts';

interface DemoWords {
  title: string;
  honest: string;
  about: string[];
  tryTitle: string;
  tries: { say: string; then: string }[];
  dataTitle: string;
  data: string;
  embedTitle: string;
  embed: string;
  other: { label: string; href: string; language: Language };
}

/** What the demo page says. */
export const DEMO_WORDS: Record<Language, DemoWords> = {
  'zh-CN': {
    title: 'Parley 协商助手',
    honest:
      '这是演示页。这里的机器人不是支付宝官方，不是任何银行、平台或政府机构的客服，也不是律师。使用不收钱。',
    about: [
      '买东西、用服务、还款遇到纠纷时，它先听您把事情说完，告诉您可以找谁、怎么找，再帮您把经过、金额、证据整理清楚。您核对并同意以后，才交给人工调解员。',
      '它只说有出处的事实。不知道的，会直接告诉您不知道。',
    ],
    tryTitle: '可以这样试一试',
    tries: [
      { say: '支付宝可以打12378协商吗', then: '问一个问题，看它怎么回答。' },
      { say: '上周在支付宝买了双鞋，299元，和描述不一样，想退款', then: '一句话说几件事，看它记下了什么。' },
      { say: '花呗还不上了，想协商分期', then: '说出难处，再添加一张截图，核对后提交。' },
    ],
    dataTitle: '您说的话会到哪里',
    data: '您在这里写的内容和上传的文件，保存在提供这个页面的服务器上。请不要写密码、验证码、付款码和完整的银行卡号。只是试用的话，请不要用真实的姓名和电话。',
    embedTitle: '放到您的网站上',
    embed: '在页面里加上这一行。网站和这台服务器不是同一个地址时，先把网站的地址加进 ALLOWED_ORIGINS。',
    other: { label: 'English', href: '/?language=en', language: 'en' },
  },
  en: {
    title: 'Parley dispute assistant',
    honest:
      'This is a demo page. The bot here is not Alipay, nor customer service of any bank, platform or authority, and it is not a lawyer. It is free of charge.',
    about: [
      'When a purchase, a service or a repayment goes wrong, it hears you out, tells you whom to turn to and how, then helps you put down what happened, the amounts and the evidence, and hands the case to a human mediator once you have checked it and agreed.',
      'It states only facts that have a source. What it does not know, it says it does not know.',
    ],
    tryTitle: 'Three things to try',
    tries: [
      { say: 'Can I call 12378 to negotiate with Alipay?', then: 'Ask a question and see how it answers.' },
      {
        say: 'I bought shoes through Alipay last week for 299 yuan, they are not as described and I want a refund',
        then: 'Say several things at once and see what it notes down.',
      },
      {
        say: 'I cannot pay back Huabei and want to agree on instalments',
        then: 'Tell it your trouble, add a screenshot, check the summary and file it.',
      },
    ],
    dataTitle: 'Where your words go',
    data: 'What you write and upload here is kept on the server that runs this page. Never write passwords, verification codes, payment codes or full card numbers. If you are only trying it out, please do not use a real name or telephone number.',
    embedTitle: 'Put it on your site',
    embed:
      'Add this line to your page. If your site has another address than this server, add that address to ALLOWED_ORIGINS first.',
    other: { label: '中文', href: '/?language=zh-CN', language: 'zh-CN' },
  },
};
