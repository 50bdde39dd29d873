import type { HistoryMessageWords } from '../catalogue.ts'

/** What the main process says of the history with names, in Spanish. */
export const historyMessages: HistoryMessageWords<'one' | 'other'> = {
  'history-off': 'El historial con nombres está desactivado. Actívelo primero.',
  'history-on-already': 'El historial con nombres ya está activado.',
  'history-locked': 'Los nombres están bloqueados. Desbloquéelos.',
  'purge-unfinished':
    'Lo que se quitó ya no está en ninguna lista, pero su texto sigue en el archivo: otro programa lo está leyendo. CareSheet lo intentará de nuevo por sí solo; cierre el programa que tenga abierto el archivo.',
  'history-not-purged': 'No se quitaron los registros demasiado antiguos. {{why}}',
  'history-day-set-right':
    'La última fecha anotada en history.db no podía ser correcta, así que no se tuvo en cuenta para quitar registros. Los registros antiguos se quitan según la fecha de este equipo: compruebe que sea correcta y haga que revisen el disco.',
  'history-days-damaged_one':
    'La fecha de {{count}} registro se dañó en el disco, así que no se quita por antigüedad. Desbloquee los nombres: entonces se leerá en él su fecha verdadera. Haga que revisen el disco.',
  'history-days-damaged_other':
    'Las fechas de {{count}} registros se dañaron en el disco, así que no se quitan por antigüedad. Desbloquee los nombres: entonces se leerán en ellos sus fechas verdaderas. Haga que revisen el disco.',
  'history-busy': 'El historial con nombres ya se está abriendo. Espere un momento.',
  'history-damaged':
    'El historial con nombres se dañó en el disco o se cambió fuera de CareSheet. Vuelva a abrir CareSheet y desbloquee los nombres: así se rescata lo que está entero. Si no se arregla, haga que copien history.db en un lugar seguro y después pulse «Borrar todos los nombres…» en Historial, Con nombres, y vuelva a activarlo.',
  'history-salvaged':
    'El archivo history.db estaba dañado. Se rescató lo que aún se puede leer. Desbloquee los nombres para ver cuánto es.',
  'history-aside-kept':
    'Lo que se apartó se conserva como {{files}} hasta que se quite alguna hoja o se cree un código de recuperación nuevo; como máximo, {{days}} días.',
  'history-gone':
    'El historial con nombres ya no está: el archivo history.db falta o está vacío, aunque el historial estaba activado. Mientras tanto, ninguna hoja se guarda con nombre. Si encuentra el archivo, cierre CareSheet y vuelva a ponerlo en su sitio; si no, pulse «Borrar todos los nombres…» en Historial, Con nombres, y vuelva a activarlo.',
  'history-gone-journal':
    'El historial con nombres ya no está: el archivo history.db falta o está vacío. Mientras tanto, ninguna hoja se guarda con nombre. Su diario de cambios, {{file}}, sigue ahí y puede contener hojas: déjelo donde está. Pida a quien se ocupa de este equipo que vuelva a poner history.db a su lado con CareSheet cerrado; si no es posible, pulse «Borrar todos los nombres…» en Historial, Con nombres, y vuelva a activarlo.',
  'history-unreadable':
    'El historial con nombres no se puede abrir: el archivo history.db está tan dañado que no se puede leer su clave, y nunca se hace ninguna copia de él. Mientras tanto, ninguna hoja se guarda con nombre. Si alguien va a intentar leerlo, cierre CareSheet y haga que antes copien en un lugar seguro {{file}} y todos los archivos cuyo nombre empiece así. Después pulse «Borrar todos los nombres…» en Historial, Con nombres, que quita el archivo, y vuelva a activarlo.',
  'history-removed':
    'Otro programa quitó el archivo history.db, o su diario de cambios, mientras CareSheet estaba abierto. Se volvió a poner con todo lo que contenía; no se perdió nada. Pregunte a quien se ocupa de este equipo qué programa fue.',
  'history-replaced':
    'Otro programa puso un archivo en el lugar de history.db, o de su diario de cambios, mientras CareSheet estaba abierto. CareSheet volvió a poner el suyo con todo lo que contenía; con ello no se perdió nada. Pregunte a quien se ocupa de este equipo qué programa fue.',
  'history-back':
    'Ha vuelto a aparecer un historial con nombres que faltaba cuando se abrió CareSheet. Se dejó como está: desbloquéelo.',
  'history-asides-left':
    'No se pudieron quitar nombres antiguos: {{files}}, de un historial que se había apartado, no se puede borrar ni vaciar. CareSheet lo intentará otra vez la próxima vez que se quite algo o que se abra CareSheet; cierre el programa que lo tenga abierto o bórrelo usted.',
  'history-healed':
    'El historial con nombres se dañó en el disco o se cambió fuera de CareSheet. Hojas que aún se pueden leer: {{readable}} de {{most}} como máximo. Lo que no se puede leer no se muestra, y se quita cuando es antiguo.',
  'history-healed-unlisted':
    'El historial con nombres se dañó en el disco o se cambió fuera de CareSheet. Hojas que aún se pueden leer: {{readable}} de {{found}} que se encontraron en su archivo; no se sabe si había más. Lo que no se puede leer no se muestra, y se quita cuando es antiguo.',
  'history-index-mended':
    'Se dañó una parte de history.db que sirve para encontrar las hojas, y podían quedar nombres sin quitar. Se rehízo; no se perdió ninguna hoja. Puede que el disco esté fallando: haga que lo revisen.',
  'history-closed': '{{why}} Los nombres no se muestran; las hojas se imprimen igualmente.',
  'history-record-gone': 'Esta hoja ya no está en el historial con nombres, o se dañó en el disco.',
  'history-pdf-damaged':
    'El PDF de esta hoja se dañó en el disco, así que no se puede volver a entregar tal cual. Lo demás aún se puede leer: empiece una hoja nueva con estas causas y pregunte lo que haya que preguntar.',
  'history-names-differ':
    'Estas hojas no llevan todas el mismo nombre, así que no se hizo nada. Abra la lista de nuevo.',
  'what-history-write': 'No se cambió el historial con nombres',
  'what-code-write': 'No se creó un código de recuperación nuevo; el anterior sigue desbloqueando los nombres',
  'code-replaced': 'Este código de recuperación ya no desbloquea los nombres. Cree uno nuevo.',
  'logged-without-name': 'La hoja está en la lista de hojas entregadas.',
  'not-kept-with-names':
    'Los nombres estaban bloqueados, así que la hoja no se guardó en el historial con nombres. Para guardarla allí, desbloquéelos y guárdela otra vez antes del siguiente paciente.',
  'not-in-history': 'La hoja no está en el historial con nombres. {{why}}',
  'retest-beyond-history':
    'El historial con nombres guarda esta hoja hasta el {{last}}, así que su análisis del {{day}} no aparecerá allí como atrasado. Más días: Ajustes, Registros.',
  'keystore-none':
    'Este equipo no tiene un almacén de claves seguro, como GNOME Keyring o KWallet. Elija una frase de contraseña.',
  'keystore-closed':
    'El almacén de claves de este equipo no está disponible. Desbloquéelo y vuelva a abrir CareSheet, o elija una frase de contraseña.',
  'keystore-lost': 'El almacén de claves de este equipo ya no desbloquea los nombres. Use el código de recuperación.',
  'history-key-damaged':
    'La clave del historial con nombres se dañó en el disco o se cambió fuera de CareSheet, así que los nombres siguen bloqueados; no se quitó ninguno. Use el código de recuperación.',
  'pin-shape': 'Elija un PIN de 4 a 12 cifras.',
  'passphrase-short': 'Elija una frase de contraseña de al menos 12 caracteres, por ejemplo cuatro palabras.',
  'passphrase-long': 'Elija una frase de contraseña de 200 caracteres como máximo.',
  'file-passphrase-shape':
    'Elija una frase de contraseña de 12 a 99 caracteres: letras sin tilde ni ñ, números, espacios y signos.',
  'secret-wrong': 'Esto no desbloqueó los nombres. Inténtelo de nuevo.',
  'clock-back':
    'Según el reloj de este equipo, hoy es {{today}}, pero ya había llegado a {{latest}}. Póngalo en hora: los registros antiguos se quitan según la fecha más tardía.',
  'secret-too-soon_one': 'Demasiados intentos. Espere {{count}} minuto.',
  'secret-too-soon_other': 'Demasiados intentos. Espere {{count}} minutos.',
}
