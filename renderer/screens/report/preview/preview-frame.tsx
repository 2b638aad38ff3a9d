import { useEffect, useState } from 'react';
import { embeddedFaces, withoutFaces } from './embedded-faces.ts';

interface PreviewFrameProps {
  readonly html: string;
  /** 1 is the size of paper. */
  readonly zoom: number;
}

/**
 * The printed document in a frame in which nothing can run: the sandbox allows no script, and the page's own policy
 * holds inside. That policy loads no font from a document, so its faces are handed in by hand.
 */
export function PreviewFrame({ html, zoom }: PreviewFrameProps) {
  const [shown, setShown] = useState<Document>();
  useEffect(() => {
    if (shown !== undefined) shown.documentElement.style.setProperty('zoom', String(zoom));
  }, [shown, zoom]);
  return (
    <iframe
      className="fl-preview-frame"
      title="Preview of the printed report"
      sandbox="allow-same-origin"
      srcDoc={withoutFaces(html)}
      onLoad={({ currentTarget }) => {
        const { contentDocument } = currentTarget;
        const frame = contentDocument?.defaultView ?? null;
        if (contentDocument === null || frame === null) return;
        for (const face of embeddedFaces(html, frame.FontFace)) contentDocument.fonts.add(face);
        setShown(contentDocument);
      }}
    />
  );
}
