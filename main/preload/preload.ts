import type { IpcRendererEvent } from 'electron';
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, HostTopic } from '#shared/ipc/bridge.ts';
import { CHANNELS, ENGINE_PORT } from '#shared/ipc/bridge.ts';

/** The whole of what the page can reach outside its sandbox. No logic: the host checks what arrives. */
const bridge = {
  call: (method: string, params: unknown): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.call, method, params),
  on: (topic: HostTopic, listener: (payload: unknown) => void) => {
    const receive = (_event: IpcRendererEvent, name: string, payload: unknown): void => {
      if (name === topic) listener(payload);
    };
    ipcRenderer.on(CHANNELS.topic, receive);
    return () => void ipcRenderer.removeListener(CHANNELS.topic, receive);
  },
  pathOf: (file: File) => webUtils.getPathForFile(file),
  connectEngine: () => ipcRenderer.send(CHANNELS.connect),
};

ipcRenderer.on(CHANNELS.port, (event) => {
  window.postMessage(ENGINE_PORT, window.location.origin, [...event.ports]);
});

contextBridge.exposeInMainWorld('fireline', bridge satisfies { [K in keyof Bridge]: unknown });
