import { useQueryClient } from '@tanstack/react-query';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { TemplateSummary } from '#shared/ipc/report.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { failureOf } from '#renderer/bridge/failure.ts';
import { host } from '#renderer/bridge/host.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { BLANK_PAGE } from './new-report.ts';
import './templates.css';

interface TemplateChoiceProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

const BLANK: TemplateSummary = {
  id: BLANK_PAGE,
  title: 'Blank page',
  summary: 'One section to write in.',
  own: false,
};

/** Every template with what it is for; the analyst's own can be given on, taken in and removed here. */
export function TemplateChoice({ value, onChange }: TemplateChoiceProps) {
  const { data, error } = useRead('report.templates', {});
  const { bringIn, giveOn, remove } = useTemplateActs(onChange);
  const all = [...(data ?? []), BLANK];
  const chosen = all.find(({ id }) => id === value);
  return (
    <>
      {error === null ? null : <Notice tone="critical">{failureOf(error).message}</Notice>}
      <RadioGroup className="fl-choice" value={value} onChange={onChange}>
        <Label className="fl-label">Begin with</Label>
        <div className="fl-templates">
          {all.map(({ id, title, summary, own }) => (
            <Radio key={id} value={id} className="fl-template">
              <span className="fl-template-title">
                {visibleLine(title)}
                {own ? <span className="fl-template-own">yours</span> : null}
              </span>
              <span className="fl-template-summary">{visibleLine(summary)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div className="fl-template-acts">
        <Button size="small" variant="quiet" onPress={bringIn}>
          Import a template…
        </Button>
        {chosen === undefined || chosen === BLANK ? null : (
          <Button size="small" variant="quiet" onPress={() => giveOn(chosen)}>
            Export this one…
          </Button>
        )}
        {chosen?.own === true ? (
          <Button size="small" variant="quiet" onPress={() => remove(chosen)}>
            Remove this one
          </Button>
        ) : null}
      </div>
    </>
  );
}

function useTemplateActs(onChange: (id: string) => void) {
  const engine = useEngine();
  const cache = useQueryClient();
  const again = (): Promise<void> =>
    cache.invalidateQueries({ queryKey: ['report.templates'], exact: false });
  const bringIn = async (): Promise<void> => {
    const path = await host().call('dialog.openJson', { title: 'Import a report template' });
    if (path === null) return;
    const { id } = await engine.call('report.template.import', { path });
    await again();
    onChange(id);
  };
  const giveOn = async ({ id, title }: TemplateSummary): Promise<void> => {
    const path = await host().call('dialog.save', {
      title: 'Export the template',
      name: `${title.replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ').slice(0, 120)}.json`,
      kind: 'json',
    });
    if (path === null) return;
    await engine.call('report.template.export', { template: id, path });
    notify({ text: 'The template is exported.' });
  };
  const remove = async ({ id, title }: TemplateSummary): Promise<void> => {
    const { kind, layout, sections } = await engine.call('report.template', { template: id });
    await engine.call('report.template.remove', { template: id });
    await again();
    onChange('post-mortem');
    notify({
      text: `Removed the template ${visibleLine(title)}`,
      undo: () =>
        void engine
          .call('report.template.save', { title, summary: '', kind, layout, sections })
          .then(again),
    });
  };
  const told = (what: string, act: Promise<void>): void =>
    void act.catch((error: unknown) => notifyFailure(what, error));
  return {
    bringIn: () => told('The template was not imported.', bringIn()),
    giveOn: (one: TemplateSummary) => told('The template was not exported.', giveOn(one)),
    remove: (one: TemplateSummary) => told('The template was not removed.', remove(one)),
  };
}
