/** What the main process says of the history with names, in English, by id; `messages` has it among all others. */
export const historyMessages = {
  'history-off': 'The history with names is off. Please switch it on first.',
  'history-on-already': 'The history with names is on already.',
  'history-locked': 'The names are locked. Please unlock them.',
  'purge-unfinished':
    'What was removed is in no list any more, but its text still stands in the file: another program is reading that. CareSheet tries again by itself; please close what has the file open.',
  'history-not-purged': 'Records that are too old were not removed. {{why}}',
  'history-day-set-right':
    'The latest day noted in history.db could not be right, and nothing was removed by it. Old records go by the date of this computer: check that it is right, and have the disk checked.',
  'history-days-damaged_one':
    'The day of {{count}} record was damaged on the disk, so it is not removed by its age. Please unlock the names: its true day is then read from it. Have the disk checked.',
  'history-days-damaged_other':
    'The days of {{count}} records were damaged on the disk, so they are not removed by their age. Please unlock the names: their true days are then read from them. Have the disk checked.',
  'history-busy': 'The history with names is being opened already. Please wait a moment.',
  'history-damaged':
    'The history with names was damaged on the disk, or changed outside CareSheet. Please start CareSheet again and unlock the names: what is whole is then kept. If that does not help, have history.db copied to a safe place, then press “Erase all names…” in History, under With names, and switch it on again.',
  'history-salvaged':
    'The file history.db was damaged. What can still be read of it was kept. Please unlock the names to see how much that is.',
  'history-aside-kept':
    'What was set aside is kept as {{files}} until a sheet is removed or a new recovery code is made, for {{days}} days at the longest.',
  'history-gone':
    'The history with names is gone: the file history.db is missing or empty, though the history was on. No sheet is kept with a name until that is mended. If the file can be found, please close CareSheet and put it back; if not, press “Erase all names…” in History, under With names, and switch it on again.',
  'history-gone-journal':
    'The history with names is gone: the file history.db is missing or empty. No sheet is kept with a name until that is mended. Its journal, {{file}}, is still there and may hold sheets: please leave it where it is. Ask whoever looks after this computer to put history.db back beside it while CareSheet is closed; if that cannot be done, press “Erase all names…” in History, under With names, and switch it on again.',
  'history-unreadable':
    'The history with names cannot be opened: the file history.db is damaged so badly that its key cannot be read, and no copy of it is ever made. No sheet is kept with a name meanwhile. If somebody is to try to read it, please close CareSheet and have {{file}}, with every file whose name begins so, copied to a safe place first. Then press “Erase all names…” in History, under With names, which removes the file, and switch it on again.',
  'history-removed':
    'The file history.db, or its journal, was taken away by another program while CareSheet was running. It was put back with all it held; nothing is lost. Please ask whoever looks after this computer which program that was.',
  'history-replaced':
    'Another program put a file in the place of history.db, or of its journal, while CareSheet was running. CareSheet put its own back with all it held; nothing was lost by that. Please ask whoever looks after this computer which program that was.',
  'history-back':
    'A history with names that was missing when CareSheet started is there again. It was left as it is: please unlock it.',
  'history-asides-left':
    'Old names could not be removed: {{files}}, a history that was set aside, can be neither deleted nor emptied. CareSheet tries again at the next removal and the next start; please close what has the file open, or delete it by hand.',
  'history-healed':
    'The history with names was damaged on the disk, or changed outside CareSheet. Sheets that can still be read: {{readable}} of at most {{most}}. What cannot be read is not shown, and is removed when it is old.',
  'history-healed-unlisted':
    'The history with names was damaged on the disk, or changed outside CareSheet. Sheets that can still be read: {{readable}} of {{found}} that were found in its file; whether there were more is not known. What cannot be read is not shown, and is removed when it is old.',
  'history-index-mended':
    'A damaged part of history.db could have kept names from being removed. It was made anew; no sheet is lost. Have the disk checked.',
  'history-closed': '{{why}} The names are not shown; sheets print all the same.',
  'history-record-gone': 'This sheet is no longer in the history with names, or it was damaged on the disk.',
  'history-pdf-damaged':
    'The PDF of this sheet was damaged on the disk, so this very sheet cannot be given again. What it was made of can still be read: begin a new sheet with these causes instead, and ask what is to be asked.',
  'history-names-differ': 'These sheets do not all bear one name, so nothing was done. Please open the list anew.',
  'what-history-write': 'The history with names was not changed',
  'what-code-write': 'No new recovery code was made; the one before still unlocks the names',
  'code-replaced': 'This recovery code no longer unlocks the names. Please make a new one.',
  'logged-without-name': 'It is in the list of sheets given.',
  'not-kept-with-names':
    'Names were locked, so it was not kept with them. To keep it, unlock them and save it again before the next patient.',
  'not-in-history': 'The sheet is not in the history with names. {{why}}',
  'retest-beyond-history':
    'The history with names keeps this sheet until {{last}}, so its test on {{day}} will not show there as overdue. More days: Settings, Records.',
  'keystore-none':
    'This computer has no keystore that locks keys away, such as GNOME Keyring or KWallet. Please choose a passphrase instead.',
  'keystore-closed':
    'The keystore of this computer is not available. Please unlock it and start CareSheet again, or choose a passphrase instead.',
  'keystore-lost': 'The keystore of this computer no longer unlocks the names. Please use the recovery code.',
  'history-key-damaged':
    'The key of the history with names was damaged on the disk, or changed outside CareSheet, so the names stay locked; none was removed. Please use the recovery code.',
  'pin-shape': 'Please choose a PIN of 4 to 12 digits.',
  'passphrase-short': 'Please choose a passphrase of at least 12 characters, such as four words.',
  'passphrase-long': 'Please choose a passphrase of at most 200 characters.',
  'file-passphrase-shape':
    'Please choose a passphrase of 12 to 99 characters: letters without accents, digits, spaces and signs.',
  'secret-wrong': 'This did not unlock the names. Please try again.',
  'clock-back':
    'The clock of this computer says {{today}}, but it has been {{latest}} already. Please set it right: old records are removed by the later day.',
  'secret-too-soon_one': 'Too many tries. Please wait {{count}} minute.',
  'secret-too-soon_other': 'Too many tries. Please wait {{count}} minutes.',
} as const
