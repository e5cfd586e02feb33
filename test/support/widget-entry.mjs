// What `widget-client.ts` runs of the widget: all but the drawing.
export { chatWith } from '../../src/web/widget/chat.ts';
export { keepIn } from '../../src/web/widget/keep.ts';
