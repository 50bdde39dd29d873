import { contextBridge, ipcRenderer } from 'electron'
import { createClinicApi } from './create-clinic-api.ts'

contextBridge.exposeInMainWorld(
  'clinic',
  createClinicApi((channel, input) => ipcRenderer.invoke(channel, input)),
)
