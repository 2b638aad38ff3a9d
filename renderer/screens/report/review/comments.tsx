import { useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Comment } from '#shared/records/kinds/comment.ts';
import { dayText } from '#shared/report/time-text.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { addRecord, editRecord, newRecordId, removeRecord } from '#renderer/records/record-acts.ts';
import { historyOf } from '#renderer/records/record-history.ts';
import { useRecordList } from '#renderer/records/use-records.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { RemoveIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { activeEditor, useActiveEditor } from '../editor/active-editor.ts';
import { showSection } from '../show-section.ts';

interface CommentsProps {
  readonly work: Work;
  readonly report: WorkReport;
}

const MOST_QUOTED = 300;

/** What reviewers say of the report: open ones first. A comment is on the section that has the caret. */
export function Comments({ work, report }: CommentsProps) {
  const all = useRecordList('comment').filter((comment) => comment.report === report.id);
  const { section: at } = useActiveEditor();
  const section = at === undefined ? undefined : report.sections.get(at);
  const [text, setText] = useState('');
  const readOnly = work.info.readOnly !== undefined;
  const add = (): void => {
    const said = text.trim();
    if (said === '') return;
    const quote = selectedText();
    addRecord(work, {
      id: newRecordId(),
      type: 'comment',
      report: report.id,
      text: said,
      state: 'open',
      ...(section !== undefined && { section: section.id }),
      ...(quote !== '' && { quote }),
    });
    setText('');
  };
  const open = all.filter(({ state }) => state === 'open');
  return (
    <section>
      <h3>Comments</h3>
      {all.length === 0 ? <p className="fl-muted">Nobody has commented on this report.</p> : null}
      <ul className="fl-comments">
        {[...open, ...all.filter(({ state }) => state !== 'open')].map((comment) => (
          <CommentItem key={comment.id} work={work} report={report} comment={comment} />
        ))}
      </ul>
      {readOnly ? null : (
        <>
          <Field
            label={
              section === undefined
                ? 'Comment on the report'
                : `Comment on ${visibleLine(section.title)}`
            }
            value={text}
            onChange={setText}
            lines={3}
            maxLength={10_000}
          />
          <Button isDisabled={text.trim() === ''} onPress={add}>
            Add the comment
          </Button>
        </>
      )}
    </section>
  );
}

/** The words that are selected in the text, which a comment is about. */
function selectedText(): string {
  const { editor } = activeEditor.getState();
  if (editor === undefined || editor.isDestroyed) return '';
  const { from, to } = editor.state.selection;
  return editor.state.doc.textBetween(from, to, ' ').trim().slice(0, MOST_QUOTED);
}

function CommentItem({ work, report, comment }: CommentsProps & { readonly comment: Comment }) {
  const { id, text, state, section, quote } = comment;
  const readOnly = work.info.readOnly !== undefined;
  const on = section === undefined ? undefined : report.sections.get(section);
  const next = state === 'open' ? 'settled' : 'open';
  return (
    <li className={state === 'open' ? 'fl-comment' : 'fl-comment fl-comment-settled'}>
      <p className="fl-faint">
        {by(work, id)}
        {on === undefined ? null : (
          <>
            {' · '}
            <button type="button" className="fl-link" onClick={() => showSection(on.id)}>
              {visibleLine(on.title)}
            </button>
          </>
        )}
      </p>
      {quote === undefined ? null : <p className="fl-comment-quote">{visibleLine(quote)}</p>}
      <p className="fl-selectable">{visibleLine(text)}</p>
      {readOnly ? null : (
        <div className="fl-comment-acts">
          <Button
            size="small"
            variant="quiet"
            onPress={() =>
              editRecord(work, { type: 'comment', record: id, change: { state: next } })
            }
          >
            {state === 'open' ? 'Settle' : 'Open again'}
          </Button>
          <IconButton
            size="small"
            icon={RemoveIcon}
            label="Remove the comment"
            onPress={() => removeRecord(work, 'comment', id)}
          />
        </div>
      )}
    </li>
  );
}

/** Who wrote it and when, as the log has it. */
function by(work: Work, id: RecordId): string {
  const first = historyOf(work, id).at(-1);
  return first === undefined ? '' : `${visibleLine(first.analyst)}, ${dayText(first.at)}`;
}
