import { useRef, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import { suggestTechniques } from '#shared/learning/technique-tags.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { notifyFailure } from '#renderer/state/notify.ts';
import { useAttack } from '#renderer/state/use-attack.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWork, useWorkView } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { AddIcon } from '#renderer/ui/icons.ts';
import { TagChip } from '#renderer/ui/marks/tag-chip.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import type { Target } from './target.ts';
import { resolveTarget } from './target.ts';
import { suggestedTags, tagName } from './tags.ts';

interface TagDialogProps {
  readonly target: Target;
  readonly close: () => void;
}

/** Puts a tag on events, or takes it off: the number of events is said before anything is done. */
export function TagDialog({ target, close }: TagDialogProps) {
  const engine = useEngine();
  const work = useWork();
  const tags = useWorkView(({ state }) => state.tags);
  const input = useRef<HTMLInputElement>(null);
  const acted = useRef(false);
  const [typed, setTyped] = useState('');
  const [remove, setRemove] = useState(false);
  const events = countOf(target.count, 'event');
  const known = suggestedTags([...tags.keys()], typed);
  const fresh = tagName(typed);
  const attack = useAttack();
  const techniques = suggestTechniques(attack.techniques, typed).filter(
    ({ id }) => !known.includes(id),
  );
  const meant = techniques.some(({ id }) => id === fresh);

  // What Enter makes of a word is a tag of its own, and of the beginning of an id the technique.
  const byId = /^t?\d/i.test(typed.trim());

  const act = async (tag: string): Promise<void> => {
    if (acted.current) return;
    acted.current = true;
    close();
    try {
      const set = await resolveTarget(engine, target);
      const kind = remove ? 'tag.remove' : 'tag.add';
      await tellDone(work, work.act({ kind, tag, events: set }));
    } catch (error) {
      notifyFailure(remove ? 'The tag was not taken off.' : 'Nothing was tagged.', error);
    }
  };

  const completions = (remove ? [] : techniques).map(({ id, name }) => (
    <MenuItem
      key={id}
      id={id}
      className="fl-menu-item"
      textValue={`${id} ${name}`}
      onAction={() => void act(id)}
    >
      <TagChip tag={id} /> <span className="fl-tag-technique">{name}</span>
    </MenuItem>
  ));

  return (
    <Dialog
      title={remove ? `Take a tag off ${events}` : `Tag ${events}`}
      size="small"
      open
      onClose={close}
      actions={
        <Button variant="quiet" onPress={() => setRemove(!remove)}>
          {remove ? 'Put a tag on instead' : 'Take a tag off instead'}
        </Button>
      }
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField
          aria-label="Tag"
          autoFocus
          className="fl-tag-field"
          onSubmit={() => {
            // Enter on a tag of the list reaches the field as well; the list has done it.
            const chosen = input.current?.getAttribute('aria-activedescendant') ?? '';
            if (chosen === '' && fresh !== undefined) void act(fresh);
          }}
        >
          <Input ref={input} className="fl-input" placeholder="lateral-movement" maxLength={100} />
        </SearchField>
        <Menu
          className="fl-tag-list"
          aria-label="Tags"
          renderEmptyState={() => (
            <p className="fl-faint fl-tag-none">
              {remove ? 'There is no such tag.' : 'Type a name to make a tag.'}
            </p>
          )}
        >
          {known.map((tag) => (
            <MenuItem
              key={tag}
              id={tag}
              className="fl-menu-item"
              textValue={tag}
              onAction={() => void act(tag)}
            >
              <TagChip tag={tag} />
            </MenuItem>
          ))}
          {byId ? completions : null}
          {fresh === undefined || remove || meant || known.includes(fresh) ? null : (
            <MenuItem
              key={`new ${fresh}`}
              id={`new ${fresh}`}
              className="fl-menu-item"
              textValue={fresh}
              onAction={() => void act(fresh)}
            >
              <AddIcon size={14} aria-hidden /> New tag <TagChip tag={fresh} />
            </MenuItem>
          )}
          {byId ? null : completions}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
