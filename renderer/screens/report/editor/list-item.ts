import { Node } from '@tiptap/core';

/** An item of a list: Enter makes the next one, Tab and Shift Tab move it in and out. */
export const ListItem = Node.create({
  name: 'listItem',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    const { name } = this;
    return {
      Enter: () => this.editor.commands.splitListItem(name),
      Tab: () => this.editor.commands.sinkListItem(name),
      'Shift-Tab': () => this.editor.commands.liftListItem(name),
    };
  },
});
