import { historyMessages } from './history-messages.ts'

/**
 * Every sentence that the domain and the main process say to a clinician, in English, by id. `{{name}}` is a value; an id
 * with `_one` and `_other` is chosen by `count`. The window has the same in its other languages (src/words), the command
 * line speaks English.
 */
export const messages = {
  // Names of fields, to begin a sentence with.
  'field-clinic-name': 'Clinic name',
  'field-bundle-name': 'Name of the bundle',
  'field-snippet-name': 'Short name',
  'field-snippet-text': 'Text of the snippet',
  'field-lab-name': 'Name of the lab',
  'field-address': 'Address',
  'field-phone': 'Phone',
  'field-opening-hours': 'Opening hours',
  'field-emergency-number': 'Emergency number',
  'field-medicine-to-stop': 'Medicine to stop',
  'field-reason': 'Reason',
  'field-note': 'Note',
  'field-patient-name': 'Patient name',
  'field-staff-alias': 'Staff alias',
  'field-patient-identifier': 'Patient identifier',
  'field-practitioner': 'Practitioner',
  'field-next-test': 'Next test',
  'field-date': 'Date',
  'field-result': 'The result',
  'field-previous-result': 'The result of last time',
  'field-upper-limit': 'The upper limit',

  // Typed text.
  'text-not-text': '{{name}}: this must be text.',
  'text-too-long': '{{name}}: please keep it to {{max}} characters or fewer.',
  'text-broken': '{{name}}: this contains a broken character. Please type it again.',
  'text-control': '{{name}}: this contains hidden control characters or line breaks. Please type it again.',
  'text-reversed': '{{name}}: this contains hidden marks that reverse the reading direction. Please type it again.',
  'text-hidden': '{{name}}: this contains hidden characters. Please type it again.',
  'text-missing': '{{name}}: please type it, or leave it out.',
  'text-unprintable_one': '{{name}}: the character {{characters}} cannot be printed. Please leave it out.',
  'text-unprintable_other': '{{name}}: the characters {{characters}} cannot be printed. Please leave them out.',
  unprintable_one: 'The character {{characters}} cannot be printed. Please leave it out.',
  unprintable_other: 'The characters {{characters}} cannot be printed. Please leave them out.',
  'text-overmarked':
    '{{name}}: there are more accents on {{letters}} than can be printed. Please leave some of them out.',
  overmarked: 'There are more accents on {{letters}} than can be printed. Please leave some of them out.',
  'character-hidden': '{{number}} (which does not show)',
  'date-unknown': '{{name}}: this is not a date in the calendar. Write it as YYYY-MM-DD.',
  'date-year': '{{name}}: the year must be from {{first}} to {{last}}. Please check it.',

  // The clinic.
  'phone-without-digit': 'Phone: please type a number a patient can call.',
  'emergency-not-digits': 'Emergency number: please use digits, for example 112.',
  'emergency-missing':
    'The emergency number is not set. Please type it in Settings: every sheet tells the patient whom to call.',

  // Results.
  'of-test': '{{test}}: {{clause}}',
  'number-ambiguous': '"{{typed}}" can be read as {{whole}} or as {{decimal}}. Please write the one you mean.',
  'result-not-number': 'The result must be a number, for example 96 or 1.5.',
  'lab-not-number': 'The result must be a number, for example 2.4.',
  'previous-not-number': 'The result of last time must be a number, for example 130.',
  'limit-not-number': 'Type the upper limit printed on the lab report, for example 45.',
  'lab-limit-not-number': 'Type the upper limit printed on the lab report.',
  'number-not-above-zero': '{{name}} must be above zero. Please check it.',
  'number-not-real': '{{name}} is too high to be real. Please check it.',
  'unit-unknown': 'This unit is not known. Use U/L or µkat/L, as on the lab report.',
  'limit-implausible':
    '{{analyte}}: an upper limit in {{unit}} is from {{low}} to {{high}}. Please check the number and the unit on the lab report.',
  'result-implausible':
    '{{analyte}}: {{value}} {{unit}} is too high to be real. Please check the number and the unit on the lab report.',
  'lab-limit-missing': 'Type the upper limit printed on the lab report for {{lab}}.',

  // Choices.
  'language-unknown': 'This language is not known. Use en, zh-CN or es.',
  'certainty-unknown': 'How sure must be one of confirmed, likely or checking.',
  'paper-unknown': 'The paper must be A4, Letter or A5.',
  'clinic-paper-unknown': 'The paper must be A4 or Letter.',
  'audience-unknown': 'A sheet is for the patient or for a carer.',
  'card-unknown': 'Card: say yes or no.',
  'depth-unknown': 'The depth must be short or full.',
  'size-unknown': 'The size must be standard, clear or large.',
  'reading-need-unknown': 'The reading need must be none, interpreter or low-literacy.',
  'id-malformed': 'An id is lower-case letters and digits with hyphens, such as fatty-liver. Please check it.',
  'causes-too-many': 'Causes: please tick up to 30.',
  'order-unknown': 'Order of the causes: say yes or no.',
  'weeks-not-whole': 'Next test: the weeks must be a whole number.',
  'weeks-out-of-range': 'Next test: it must be in 1 to 52 weeks.',
  'stop-name-missing': 'Medicine to stop: please type its name.',
  'stop-name-twice': 'Medicine to stop: “{{name}}” is there twice. Please take one out.',
  'stop-name-several': 'Medicine to stop: one name in each field, please. Press Enter for the next one.',
  'stop-names-too-many': 'Medicine to stop: please list up to {{most}} medicines.',
  'search-too-long': 'Please search with fewer words.',
  'copies-too-few': 'Please print at least 1 copy.',
  'copies-too-many': 'Please print {{most}} copies or fewer.',
  'shape-wrong': 'What is given does not have the shape it should. Please check it.',
  'shape-wrong-in': 'What is given in "{{where}}" does not have the shape it should. Please check it.',
  'too-much': 'There is too much. Please take some out.',
  'too-much-in': 'There is too much in "{{where}}". Please take some out.',
  'too-little': 'There is too little. Please check it.',
  'too-little-in': 'There is too little in "{{where}}". Please check it.',
  'name-unknown': 'Nothing is called "{{names}}". Please take it out.',
  'name-unknown-in': 'Nothing in "{{where}}" is called "{{names}}". Please take it out.',

  // What does not go together.
  'topic-unknown': 'There is no topic called "{{topic}}". Please choose another one.',
  'topic-retired': 'The topic of this sheet is retired and can no longer be printed. Please choose another topic.',
  'language-not-written': 'This topic is not written in {{language}} yet. Please choose another language.',
  'topic-words-outdated':
    'The {{language}} words of this topic are older than the English and must be looked at again before they print.',
  'sheet-words-outdated':
    'The {{language}} headings of the sheet are older than the English and must be looked at again before they print.',
  'terms-outdated':
    'The {{language}} medical terms are older than the English and must be looked at again before they print.',
  'language-en': 'English',
  'language-zh-CN': 'Chinese',
  'language-es': 'Spanish',
  'cause-unknown': 'There is no cause called "{{cause}}" in this topic. Please take it out.',
  'cause-twice': 'The cause “{{cause}}” is ticked twice. Please take one of them out.',
  'advice-unknown': 'There is no advice called "{{advice}}" for what is ticked. Please take it out.',
  'advice-kept': 'The advice “{{advice}}” cannot be taken out. {{why}}',
  'advice-contradicts': 'The advice “{{advice}}” must not stand beside other advice on this sheet. Please take it out.',
  'medicine-unknown': 'There is no medicine called "{{medicine}}" in this topic. Please take it out.',
  'medicine-unprinted-without':
    'The medicine “{{medicine}}” is never printed without {{uses}}, whatever the reason: it is for {{uses}} alone. Please take it out.',
  'medicine-unprinted-for':
    'The medicine “{{medicine}}” is never printed for {{causes}}, whatever the reason: it is for {{uses}} alone. Please take it out.',
  'result-unknown': 'There is no result called "{{result}}" in this topic. Please take it out.',
  'result-twice': 'The result {{result}} is given twice. Please take one of them out.',
  'fact-unknown': 'There is no fact called "{{fact}}" in this topic. Please take it out.',
  'lab-unknown': 'There is no blood test called "{{lab}}" in this topic. Please take it out.',
  'lab-twice': 'The blood test {{lab}} is given twice. Please take one of them out.',
  'day-not-picked': 'Please pick the day of the blood test.',
  'retest-past': 'The date of the next test is in the past. Please choose today or later.',
  'retest-urgent': 'This patient must not wait for the next test: what to do today stands first on the sheet.',
  'retest-open': 'No usual wait is set for {{causes}}: please make sure that this date fits.',
  'retest-free-day': 'The next test falls on a weekend or a holiday. Is blood taken on that day?',
  'retest-soon': 'The next test is in less than {{days}} days, and the sheet asks to prepare for {{days}} days.',
  'retest-far': 'The date of the next test is more than {{years}} years away. Please check the year.',
  'stop-names-unplaced':
    'Medicine to stop: no advice on this sheet names it. Tick the cause and the advice it belongs to, or take the medicine out.',
  'stop-and-named':
    'Medicine to stop: {{medicine}} is also ticked to be named on the sheet. Please take one of them out.',
  'second-language-same': 'The second language must be another one than the first.',
  'paper-too-small':
    'A5 has room only for a short sheet, in one language and standard letters. Please choose those, or A4 or Letter.',

  // Safety.
  'safety-stop': 'Stop: {{finding}}',
  'safety-warn': 'Take care: {{finding}}',
  'content-says': '{{sentence}}',

  // Bundles.
  'bundle-name-missing': 'Please give the bundle a name.',
  'bundles-too-many': 'There is room for {{most}} bundles. Please remove one first.',
  'bundle-file-other': 'This is no file of bundles, or it is damaged. Please choose one that CareSheet exported.',
  'bundle-file-newer':
    'This file was written by a newer CareSheet. Please install the newest version on this computer. Nothing was changed.',
  'bundle-file-unreadable': 'This file cannot be read ({{fault}}). Please choose another one.',
  'bundle-unknown': '“{{name}}” was left out: this CareSheet does not know {{unknown}}.',
  'bundle-opened-part': 'Opened “{{name}}” in part: this CareSheet does not know {{unknown}}.',
  'bundle-not-opened': '“{{name}}” cannot be opened: this CareSheet does not know {{unknown}}.',
  'unknown-topic': 'its topic',
  'unknown-causes': '{{number}} of its causes',
  'unknown-advice': '{{number}} of its pieces of advice',
  'unknown-medicines': '{{number}} of its medicines',
  'bundle-there': '“{{name}}” was left out: a bundle of this name is there already.',
  'bundle-no-room': '“{{name}}” was left out: there is room for {{most}} bundles.',
  'bundles-set-aside': 'The bundles could not be read. Their file was put aside as {{file}}.',
  'bundles-not-kept': '{{why}} The bundles hold until CareSheet is closed.',
  'snippet-name-letters': 'Please give it a short name of letters or digits, without spaces.',
  'snippet-text-missing': 'Please type the text of the snippet.',
  'snippets-too-many': 'There is room for {{most}} snippets. Please remove one first.',
  'snippet-file-other': 'This is no file of snippets, or it is damaged. Please choose one that CareSheet exported.',
  'snippet-file-newer':
    'This file was written by a newer CareSheet. Please install the newest version on this computer. Nothing was changed.',
  'snippet-there': '“{{name}}” was left out: a snippet of this name is there already.',
  'snippet-no-room': '“{{name}}” was left out: there is room for {{most}} snippets.',
  'habits-not-kept': '{{why}} The change holds until CareSheet is closed.',

  // Content and drawing.
  logo: 'Logo: {{clause}}',
  'logo-unknown': 'This file is no PNG, JPEG or SVG picture. Please choose one that is.',
  'logo-large': 'This file has {{size}} MB, and a logo may have {{most}} MB at most. Please choose a smaller one.',
  'logo-gone': 'This file is not there any more. Please choose another one.',
  'logo-no-access': 'CareSheet may not read this file. Please choose another one.',
  'logo-unreadable': 'This file cannot be read ({{fault}}). Please choose another one.',
  'logo-no-file': 'This is no file. Please choose a PNG, JPEG or SVG picture.',
  'logo-unread': 'This picture could not be read. Please choose another one.',
  'logo-thin': 'This picture is too long and thin to be seen. Please choose another one.',
  'logo-moves': 'This picture moves. Please choose one that stands still.',
  'logo-rare-jpeg': 'This JPEG is of a rare kind. Please save it as PNG and choose that.',
  'logo-damaged': 'This picture is damaged, or a part of it is missing. Please choose the original file.',
  'logo-pale': 'This picture would hardly be seen on white paper. Please choose the one made for white paper.',
  'logo-no-size': 'This picture has no size. Please choose another one.',
  'logo-many-pixels':
    'This picture is {{width}} × {{height}} pixels, and a logo may have {{most}} million at most. Please choose a smaller one.',
  'logo-large-svg': 'This SVG has more than {{most}} MB. Please save the logo as PNG and choose that.',
  'logo-svg': 'This SVG {{what}}. Please save the logo as PNG and choose that.',
  'svg-damaged': 'is damaged, or a part of it is missing',
  'svg-too-much': 'has too many parts for a logo',
  'svg-script': 'holds a script',
  'svg-page': 'holds a web page',
  'svg-sound': 'holds sound',
  'svg-film': 'holds a film',
  'svg-moves': 'moves',
  'svg-elsewhere': 'refers to another file or page',
  'svg-doctype': 'begins with a DOCTYPE, which may bring other files in',
  'svg-fades': 'has colours that fade into clear, which cannot be printed',
  'svg-repeats': 'has colours that repeat, which cannot be printed',
  'svg-pattern': 'is filled with a pattern, which cannot be printed',
  'svg-styles': 'has styles that are not understood here',
  'svg-effects': 'has effects that cannot be printed ({{name}})',
  'svg-outline': 'is damaged: an outline in it makes no sense',
  'svg-number': 'is damaged: a number in it makes no sense',
  'svg-text': 'has text, for which the paper has no font',
  'svg-photo': 'has a photo in it',
  'svg-part': 'has a part that cannot be printed ({{name}})',
  'svg-no-size': 'does not say how large it is',
  'svg-cut': 'is cut out in a way that cannot be printed',
  'svg-nothing': 'shows nothing',
  'svg-colour': 'has a colour that is not understood here',
  'library-damaged': 'The advice texts are damaged on this computer. Please install CareSheet again.',
  'library-empty': 'This library holds no topic that can be printed. Please reinstall CareSheet.',
  'topic-damaged': 'The topic "{{topic}}" is damaged on this computer. Please reinstall CareSheet before you print it.',
  'wording-damaged': 'The sheet wording is damaged on this computer. Please reinstall CareSheet before you print.',
  'terms-damaged': 'The list of terms is damaged on this computer. Please reinstall CareSheet before you print.',
  'languages-differ': 'The two languages of this sheet do not say the same. Please print one language.',
  'font-damaged':
    'The font file {{font}} is damaged, and letters could be missing on paper. Please install CareSheet again.',
  'font-unreadable': 'The font {{font}} cannot be read ({{why}}). Please install CareSheet again.',
  'part-too-long': 'A part of this sheet is too long for one page. Please shorten it.',
  'not-drawn': 'The sheet could not be drawn. Please try again.',
  'preview-superseded': 'A newer preview took the place of this one.',
  // The disk.
  'storage-unsafe':
    'CareSheet cannot keep its files safe on this disk ({{setting}}). Please move its data folder to a local disk.',
  'file-damaged': 'The file {{file}} is damaged. Please ask for it to be restored.',
  'file-foreign': 'A file of another program is where CareSheet keeps its data. Please move that file away.',
  'file-newer': 'The data was written by a newer CareSheet. Please install the newest version on this computer.',
  'data-misfits': 'The data does not fit together after the update. Nothing was changed. Please ask for support.',
  'storage-failed': '{{what}}. {{why}}, then try again.',
  'what-print': 'The sheet was not printed',
  'what-logo-kept': 'The logo could not be kept',
  'what-logo-removed': 'The logo could not be removed',
  'logo-not-kept': '{{why}} Sheets show it so until CareSheet is closed.',
  'what-settings': 'The settings could not be saved',
  'what-print-choice': 'The choice of printer could not be kept',
  'what-search': 'The search could not be prepared',
  'what-open': 'The file {{file}} could not be opened',
  'why-disk-full': 'The disk is full. Please free some space',
  'why-file-busy': 'Another program is using the file. Please close it',
  'why-file-damaged': 'The file is damaged. Please ask for it to be restored',
  'folder-closed': 'CareSheet cannot write in {{folder}}. Please choose another folder.',
  'why-no-folder': 'The folder {{folder}} is not there. Please connect it, or choose another one',
  'why-no-access': 'CareSheet may not use the file. Please ask for access to its folder',
  'why-not-safe-there':
    'Its folder lies where it cannot be kept safe, such as a network share. Please let CareSheet keep its data on a disk of this computer',
  'why-unknown': 'The computer reported {{fault}}. Please start CareSheet again',
  'fault-unknown': 'an unknown fault',
  'settings-not-kept': '{{why}} Sheets show what you typed until CareSheet is closed.',
  'save-failed': 'The file was not saved. {{why}}',
  'save-system-name': 'This name belongs to the system. Please choose another name.',
  'save-disk-full': 'The disk is full. Please free some space, or choose another folder.',
  'save-no-access': 'CareSheet may not write there. Please choose another folder.',
  'save-no-folder': 'The folder does not exist. Please choose another folder.',
  'save-folder-name': 'A folder has this name. Please choose another name.',
  'save-name-long': 'The name is too long. Please choose a shorter name.',
  'save-file-busy': 'Another program has this file open. Please close it, or choose another name.',
  'save-unknown': 'The computer reported {{fault}}. Please choose another folder.',

  // The records.
  'handout-gone':
    'This sheet is no longer in the list of sheets given: sheets were taken out of it, or a copy without this one was restored. Please open the list anew.',
  'handout-damaged':
    'What the list of sheets given says of this sheet was damaged on the disk. Please press “Make a copy now” in Settings, under Records: CareSheet then takes it from an older copy, where one still has it.',
  'not-made-again': 'This very sheet cannot be printed again from the list of sheets given.',
  'again-not-kept': 'It was made from version {{version}} of the advice, which is not kept on this computer.',
  'again-damaged':
    'It was made from version {{version}} of the advice, which is not among what is kept whole; some of that is damaged on the disk.',
  'again-unread': 'It was made from version {{version}} of the advice, which this CareSheet cannot read any more.',
  'again-advice-changed': 'Advice was put in or taken out, which the list does not keep.',
  'again-medicine-ticked': 'A medicine was ticked, which the list does not keep.',
  'again-retest-far': 'Its next test is more than a year away.',
  'again-other-day': 'It bears another day than the one it was given on.',
  'again-of-patient': 'It says something of the patient: a name, a result, a note, or an answer to the safety rules.',
  'again-with-record': 'It has the record for the chart inside.',
  'again-other-clinic': 'The details or the logo of the clinic were others.',
  'again-older-program': 'CareSheet {{version}}, which made it, makes sheets in another way than this one.',
  'what-log-add': 'The sheet was not written into the list of sheets given',
  'what-log-read': 'The list of sheets given could not be read',
  'what-teach-back': 'How it went was not written down',
  'what-records': 'The records could not be read or changed',
  'what-purge': 'The sheets were not taken out of the list of sheets given',
  'what-backup': 'The copy of the records was not made',
  'what-restore': 'The copy was not restored',
  'what-read-file': 'The file {{file}} could not be read',
  'what-salvage': 'The damaged records could not be saved',
  'not-logged': 'The sheet is not in the list of sheets given. {{why}}',
  'not-logged-fault':
    'The sheet is not in the list of sheets given: something went wrong inside CareSheet. Please start it again.',
  'copy-before-update':
    'The data could not be copied before the update, so nothing was updated. Please start CareSheet again.',
  'backup-unreadable': 'This file is damaged. Please choose another copy.',
  'backup-damaged': 'Some of what this copy holds is damaged. Please choose another copy.',
  'backup-differs': 'The copy differs from the records, so the older copies were kept as they are.',
  'backup-of-damaged': 'Some of the records are damaged, so no new copy took the place of an older one.',
  'backup-fault': 'The copy of the records was not made: something went wrong inside CareSheet.',
  'backup-gone': 'This copy is no longer in {{folder}}. Plug its stick in, or choose another copy.',
  'app-open': 'CareSheet is open. Please close it, then restore the copy again.',
  'records-healed':
    'The file clinic.db was damaged. {{handouts}} of the sheets given and {{settings}} of the settings were saved; what could not be read is missing. Before you print, please look at the phone and the emergency number in Settings: they may be old ones. The damaged file is kept as {{file}}.',
  'index-mended': 'A damaged part of clinic.db hid sheets. It was made anew; none is lost. Have the disk checked.',
  'records-from-copy':
    'The file clinic.db was gone, or empty, so it was made anew from the copies of the records, with {{handouts}} of the sheets given and {{settings}} of the settings. What is newer than the copies is missing. Before you print, please look at the phone and the emergency number in Settings: they may be old ones.',
  'records-begun-anew':
    'The records that were on this computer could not be found: the file clinic.db was gone, or empty, and no copy of it could be read. A new one was begun, without sheets and settings. If you have a copy of the records, please restore it in Settings, Records, or with “caresheet restore”.',
  'journal-kept':
    'The journal of the file that was gone, or empty, is kept as {{file}}. It may hold sheets that are in no copy: please ask whoever looks after this computer before you delete it.',
  'records-removed':
    'The file clinic.db, or its journal, was taken away by another program while CareSheet was running. It was put back with all it held; nothing is lost. Please ask whoever looks after this computer which program that was.',
  'records-replaced':
    'Another program put a file in the place of clinic.db, or of its journal, while CareSheet was running. CareSheet goes on with what it had; nothing is lost. The other file is kept as {{file}}. Please ask whoever looks after this computer which program that was.',
  'copies-unseen':
    'No copies of these records were found in the folder {{folder}}: a stick may have been out. Those that were made there stay as they are. Once the folder shows them, one can be restored in Settings, Records.',
  'copies-folder-kept':
    'The copies of the records still go to {{folder}}, as before. The copy that was restored had another folder, {{other}}. If that is what you want, please choose it in Settings, Records.',
  'history-days-kept':
    'Names are still kept for {{days}} days, as before. The records that CareSheet now uses had another number, {{others}}. If that is what you want, please type it in Settings, Records.',
  'history-days-lost':
    'For how many days names are kept can no longer be read, so it is {{days}} days. Please type the number again in Settings, Records.',
  'records-closed': '{{why}} Sheets print all the same.',
  'audit-missed': '{{why}} So what was done with the names is not written down, be it saved or removed.',
  'audit-broken':
    'The list of what was done to the records is not as it was written, from entry {{number}} on: it was changed outside CareSheet, or the disk is failing. Please press “Make a copy now”: CareSheet then goes on with what is whole, and keeps the damaged file. Ask whoever looks after this computer to look at that file and the disk.',
  'settings-damaged': 'Settings were damaged on the disk and count as not set: {{fields}}. Please type them again.',
  'contents-damaged_one':
    '{{count}} kept version of the advice was damaged on the disk: sheets made from it cannot be printed again from the list of sheets given. Please press “Make a copy now”: CareSheet then takes it from an older copy, where one still has it.',
  'contents-damaged_other':
    '{{count}} kept versions of the advice were damaged on the disk: sheets made from them cannot be printed again from the list of sheets given. Please press “Make a copy now”: CareSheet then takes them from an older copy, where one still has them.',
  'contents-lost_one':
    '{{count}} kept version of the advice was damaged, and no copy has it: sheets made from it cannot be printed again from the list of sheets given. A new sheet can be made in their place.',
  'contents-lost_other':
    '{{count}} kept versions of the advice were damaged, and no copy has them: sheets made from them cannot be printed again from the list of sheets given. A new sheet can be made in their place.',
  'what-audit': 'What was done was not written down',
  'reserve-used': 'The disk is full, and CareSheet has used its reserve. Please free some space.',

  ...historyMessages,

  // Printing.
  'print-refused':
    'The sheet was not printed on {{printer}}: {{reason}}. Please check the printer, or save the PDF and print it from your PDF reader.',
  'print-no-answer':
    'The print system of this computer did not answer. Please check it, or save the PDF and print it from your PDF reader.',
  'printer-vanished': 'The printer {{printer}} is not there any more. Please choose another one.',
  'sides-not-offered': '{{printer}} no longer offers the sides you chose. Please see Printer options and print again.',
  'tray-not-offered': '{{printer}} no longer offers the tray you chose. Please see Printer options and print again.',
  'cancel-refused': '{{printer}} could not take the sheet back: {{reason}}. Please look at the printer.',
  'print-fault':
    'The sheet was not printed: something went wrong inside CareSheet. Please print it again, or save the PDF.',
  'reason-none': 'the printer gave up and gave no reason',
  'reason-no-jobs': 'it is set to take no print jobs at the moment',
  'reason-code': 'it ended with code {{code}}',
  'reason-windows': 'Windows gave no reason',
  'trouble-says': '{{trouble}} It says: "{{said}}."',
  'trouble-unknown': 'It holds the sheet back. Please look at the printer.',
  'trouble-paper': 'It is out of paper. Please fill the tray.',
  'trouble-jam': 'Paper is stuck in it. Please clear the jam.',
  'trouble-cover': 'A cover is open. Please close it.',
  'trouble-toner': 'It is out of toner or ink. Please replace it.',
  'trouble-full': 'A tray or container is full. Please empty it.',
  'trouble-tray': 'A tray is missing. Please put it in.',
  'trouble-offline': 'It does not answer. Please check that it is on and connected.',
  'trouble-stopped': 'It is stopped. Please start it again in the printer settings of this computer.',

  // Inside CareSheet.
  'two-sentences': '{{first}} {{second}}',
  'no-answer': 'CareSheet did not answer. Please close it and open it again.',
  'went-wrong': 'Something went wrong in CareSheet. Please try again.',
  'fault-inside':
    'Something went wrong inside CareSheet. Please try again; if it happens again, close CareSheet and start it anew.',
  'page-untrusted': 'This page may not ask CareSheet for anything.',
} as const
