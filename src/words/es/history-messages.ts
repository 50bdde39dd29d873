import type { HistoryMessageWords } from '../catalogue.ts'

/** What the main process says of the history with names, in Spanish. */
export const historyMessages: HistoryMessageWords<'one' | 'other'> = {
  'history-off': 'El historial está desactivado. Actívelo primero.',
  'history-on-already': 'El historial ya está activado.',
  'history-locked': 'El historial está bloqueado. Desbloquéelo.',
  'purge-unfinished':
    'Lo que se quitó ya no está en ninguna lista, pero su texto sigue en el archivo: otro programa lo está leyendo. CareSheet lo intentará de nuevo por sí solo; cierre el programa que tenga abierto el archivo.',
  'history-not-purged': 'Los registros demasiado antiguos no se quitaron. {{why}}',
  'history-day-set-right':
    'La última fecha anotada en history.db no podía ser correcta, y no se quitó nada según ella. Los registros antiguos se quitan según la fecha de este equipo: compruebe que sea correcta y haga que revisen el disco.',
  'history-days-damaged_one':
    'La fecha de {{count}} registro se dañó en el disco. No se quitará por su antigüedad hasta que se desbloqueen los nombres: entonces se leerá de él su fecha verdadera. Haga que revisen el disco.',
  'history-days-damaged_other':
    'Las fechas de {{count}} registros se dañaron en el disco. No se quitarán por su antigüedad hasta que se desbloqueen los nombres: entonces se leerán de ellos sus fechas verdaderas. Haga que revisen el disco.',
  'history-busy': 'El historial ya se está abriendo. Espere un momento.',
  'history-damaged':
    'El historial de hojas de CareSheet se dañó en el disco o se cambió fuera de CareSheet, así que no se muestra. Vuelva a abrir CareSheet y desbloquee los nombres: así se rescata lo que está entero. Si no se arregla, pulse «Borrar todos los nombres…» en Historial, Con nombres, y vuelva a activarlo.',
  'history-salvaged':
    'El archivo history.db estaba dañado. Se rescató lo que aún se puede leer; cuánto es se sabrá al desbloquear los nombres.',
  'history-aside-kept':
    'Lo que se apartó se conserva como {{files}} hasta que se quite algo, {{days}} días como máximo.',
  'history-gone':
    'El historial con nombres ya no está: el archivo history.db falta o está vacío, aunque el historial estaba activado. Las hojas se imprimen, pero no se guardan con nombres. Si el archivo aparece, cierre CareSheet y vuelva a ponerlo; si no, pulse «Borrar todos los nombres…» en Historial, Con nombres, y vuelva a activarlo.',
  'history-gone-journal':
    'El historial con nombres ya no está: el archivo history.db falta o está vacío. Las hojas se imprimen, pero no se guardan con nombres. Su diario de cambios, {{file}}, sigue ahí y puede contener hojas: déjelo donde está. Pida a quien se ocupa de este equipo que vuelva a poner history.db a su lado con CareSheet cerrado; si no es posible, pulse «Borrar todos los nombres…» en Historial, Con nombres, y vuelva a activarlo.',
  'history-removed':
    'Otro programa quitó el archivo history.db, o su diario de cambios, mientras CareSheet estaba abierto. Se volvió a poner con todo lo que contenía; no se perdió nada. Pregunte a quien se ocupa de este equipo qué programa fue.',
  'history-replaced':
    'Otro programa puso un archivo en el lugar de history.db, o de su diario de cambios, mientras CareSheet estaba abierto. CareSheet volvió a poner el suyo con todo lo que contenía; con ello no se perdió nada. Pregunte a quien se ocupa de este equipo qué programa fue.',
  'history-back':
    'Ahí está un historial con nombres que faltaba cuando se abrió CareSheet. No se reemplazó: desbloquéelo.',
  'history-asides-left':
    'No se pudieron quitar nombres antiguos: {{files}}, de un historial que se había apartado, no se puede borrar ni vaciar. CareSheet lo intentará otra vez la próxima vez que se quite algo o que se abra CareSheet; cierre el programa que lo tenga abierto o bórrelo usted.',
  'history-healed_one':
    'El historial se dañó en el disco o se cambió fuera de CareSheet. Se puede leer {{count}} de sus hojas; lo que no se puede leer no se muestra y se quita cuando es antiguo.',
  'history-healed_other':
    'El historial se dañó en el disco o se cambió fuera de CareSheet. Se pueden leer {{count}} de sus hojas; lo que no se puede leer no se muestra y se quita cuando es antiguo.',
  'history-index-mended':
    'Se dañó una parte de history.db con la que se encuentran las hojas, y podían quedar nombres sin quitar. Se hizo de nuevo; no se perdió ninguna hoja. Puede que el disco esté fallando: haga que lo revisen.',
  'history-closed': '{{why}} El historial no se muestra; las hojas se imprimen igualmente.',
  'history-record-gone': 'Esta hoja ya no está en el historial, o se dañó en el disco.',
  'history-names-differ':
    'Estas hojas no llevan todas el mismo nombre, así que no se hizo nada. Abra la lista de nuevo.',
  'what-history-write': 'El historial no se cambió',
  'logged-without-name': 'La hoja está en la lista de hojas entregadas.',
  'not-kept-with-names':
    'Los nombres estaban bloqueados, así que la hoja no se guardó en el historial con nombres. Para guardarla allí, guárdela otra vez cuando estén desbloqueados.',
  'not-in-history': 'La hoja no está en el historial. {{why}}',
  'retest-beyond-history':
    'El historial guarda esta hoja hasta el {{last}}, así que su análisis del {{day}} no aparecerá allí como atrasado. Más días: Ajustes, Registros.',
  'keystore-none':
    'Este equipo no tiene un almacén de claves que las guarde bajo llave, como GNOME Keyring o KWallet. Elija una frase de contraseña.',
  'keystore-closed':
    'El almacén de claves de este equipo no está disponible. Desbloquéelo y vuelva a abrir CareSheet, o elija una frase de contraseña.',
  'keystore-lost': 'El almacén de claves de este equipo ya no abre el historial. Use el código de recuperación.',
  'history-key-damaged':
    'La clave del historial se dañó en el disco o se cambió fuera de CareSheet, así que los nombres siguen bloqueados; no se quitó ninguno. Use el código de recuperación.',
  'pin-shape': 'Elija un PIN de 4 a 12 cifras.',
  'passphrase-short': 'Elija una frase de contraseña de al menos 12 caracteres, por ejemplo cuatro palabras.',
  'passphrase-long': 'Elija una frase de contraseña de 200 caracteres como máximo.',
  'secret-wrong': 'Esto no desbloqueó los nombres. Inténtelo de nuevo.',
  'clock-back':
    'El reloj de este equipo marca {{today}}, pero ya había marcado {{latest}}. Corríjalo: los registros antiguos se quitan según la fecha más tardía.',
  'secret-too-soon_one': 'Demasiados intentos. Espere {{count}} minuto.',
  'secret-too-soon_other': 'Demasiados intentos. Espere {{count}} minutos.',
}
