import type { Conversations, IncomingMessage } from '../channels/channel.ts';
import type { Button } from '../core/conversation/events.ts';
import type { Conversation } from '../core/conversation/state.ts';
import type { Language } from '../core/knowledge/localized.ts';
import type { Dice } from './dice.ts';
import { fileNamed } from './picture.ts';
import type { Story } from './story.ts';

type Pauses = AsyncGenerator<number, void>;

/** Nobody answers more questions than this. */
const MOST_ANSWERS = 60;
/** What is answered to questions that a story says nothing of. */
const PLAIN: Record<string, string> = {
  'negotiate-mode': '=online',
  reach: '=this-chat',
  phone: '13800000000',
  care: '=nothing',
  'prior-steps': '=nothing',
};
const SKIPS: Record<Language, string> = { 'zh-CN': '跳过', en: 'skip' };

/** An invented person in a conversation of their own, who answers what they are asked as their story has it. */
export class DemoPerson {
  readonly conversation: string;
  readonly #conversations: Conversations;
  readonly #language: Language;
  readonly #dice: Dice;
  #state: Conversation;
  /** What was answered last. */
  #answered: string | null = null;
  #count = 0;

  private constructor(conversations: Conversations, conversation: string, state: Conversation, dice: Dice) {
    this.#conversations = conversations;
    this.conversation = conversation;
    this.#state = state;
    this.#language = state.language;
    this.#dice = dice;
  }

  static async arrive(conversations: Conversations, language: Language, dice: Dice): Promise<DemoPerson> {
    const { conversation } = await conversations.open({ language, channel: 'web' });
    const { state } = await conversations.recall(conversation);
    return new DemoPerson(conversations, conversation, state, dice);
  }

  /** Number of the case filed last; null where none is. */
  get filed(): string | null {
    return this.#state.filed.at(-1)?.number ?? null;
  }

  say = (text: string): Promise<void> => this.#send({ text });

  async press(choice: string): Promise<void> {
    // A mediator may have said something meanwhile.
    this.#state = (await this.#conversations.recall(this.conversation)).state;
    const label = this.#buttons.find(button => button.value === choice)?.label ?? '';
    await this.#send({ text: label, choice });
  }

  async show(name: string): Promise<void> {
    const bytes = await fileNamed(name, this.#dice);
    const result = await this.#conversations.takeFile(this.conversation, { name, bytes });
    if ('taken' in result) await this.#send({ text: '', evidence: [result.taken.id] });
  }

  /** Asks for a mediator, and agrees. */
  async *askForPerson(): Pauses {
    await this.say(this.#language === 'en' ? 'I want to talk to a human' : '转人工');
    yield this.#dice.between(6, 20);
    if (this.#state.handoff.state === 'bot') await this.press('handoff:yes');
    yield this.#dice.between(2, 6);
  }

  /** Tells the story and answers until the case is filed, or `stopAt` answers have been given. */
  async *tell(story: Story, stopAt = MOST_ANSWERS): Pauses {
    await this.press(`type:${story.type}`);
    yield this.#dice.between(5, 20);
    await this.say(story.tells);
    const files = [...story.files];
    for (let answers = 0; answers < stopAt && this.filed === null; answers++) {
      yield this.#dice.between(6, 55);
      const { asking } = this.#state;
      if (asking === 'evidence') await this.#showNext(files);
      else await this.#answer(asking, { 'what-happened': story.tells, ...PLAIN, ...story.answers });
    }
  }

  async #showNext(files: string[]): Promise<void> {
    const name = files.shift();
    if (name === undefined) await this.press('act:finished');
    else await this.show(name);
  }

  async #answer(asking: string | null, answers: Record<string, string>): Promise<void> {
    if (asking === 'type' || asking === null) return this.press(this.#buttons[0]?.value ?? 'act:resume');
    if (asking === 'evidence-element') return this.press(this.#first('element:') ?? 'element:other');
    if (asking === 'summary') return this.press('confirm:summary');
    if (asking === 'consent') return this.press('consent:yes');
    if (asking === 'safety') return this.press('act:resume');
    const candidate = this.#first('candidate:');
    if (candidate !== undefined) return this.press(candidate);
    const given = answers[asking];
    const isAskedAgain = asking === this.#answered;
    this.#answered = asking;
    if (given !== undefined && !isAskedAgain)
      return given.startsWith('=') ? this.press(`slot:${asking}${given}`) : this.say(given);
    const choice = this.#first(`slot:${asking}=`);
    await (choice === undefined ? this.say(SKIPS[this.#language]) : this.press(choice));
  }

  get #buttons(): Button[] {
    return this.#state.lastReplies.flatMap(reply => reply.buttons ?? []);
  }

  readonly #first = (start: string): string | undefined =>
    this.#buttons.find(({ value }) => value.startsWith(start))?.value;

  async #send(message: Omit<IncomingMessage, 'id'>): Promise<void> {
    const id = `demo-${++this.#count}`;
    this.#state = (await this.#conversations.receive(this.conversation, { id, ...message })).state;
  }
}
