import { host } from '#renderer/bridge/host.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface WordTemplateProps {
  readonly path: string | undefined;
  readonly onChange: (path: string | undefined) => void;
}

const FORMS = [
  { id: 'fireline', label: 'As Fireline sets it' },
  { id: 'own', label: 'A template of my own' },
] as const;

/** Whether a Word report is set by Fireline or filled into a file of the user's own. */
export function WordTemplate({ path, onChange }: WordTemplateProps) {
  const choose = async (): Promise<void> => {
    const chosen = await host().call('dialog.openDocx', { title: 'Word template to fill in' });
    if (chosen !== null) onChange(chosen);
  };
  return (
    <>
      <Segments
        label="Form"
        value={path === undefined ? 'fireline' : 'own'}
        choices={FORMS}
        onChange={(form) => {
          if (form === 'fireline') onChange(undefined);
          else void choose();
        }}
      />
      {path === undefined ? null : (
        <div className="fl-export-redactions">
          <span className="fl-mono fl-selectable">{visibleLine(path)}</span>
          <Button size="small" variant="quiet" onPress={() => void choose()}>
            Choose another…
          </Button>
        </div>
      )}
    </>
  );
}
