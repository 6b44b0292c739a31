import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createBridge } from './bridge.ts';

contextBridge.exposeInMainWorld('earshot', createBridge({
  ipcRenderer,
  webUtils,
  platform: process.platform,
  // A port cannot cross the bridge; a message to the window of our own origin can carry it.
  postToPage: (message, ports) => window.postMessage(message, 'earshot://app', [...ports]),
}));
