/**
 * Every sentence that the domain and the main process say to a clinician, in English, by id. `{{name}}` is a value; an id
 * with `_one` and `_other` is chosen by `count`. The window has the same in its other languages (src/words), the command
 * line speaks English.
 */
export const messages = {
  // Names of fields, to begin a sentence with.
  'field-clinic-name': 'Clinic name',
  'field-address': 'Address',
  'field-phone': 'Phone',
  'field-opening-hours': 'Opening hours',
  'field-emergency-number': 'Emergency number',
  'field-medicine-to-stop': 'Medicine to stop',
  'field-reason': 'Reason',
  'field-note': 'Note',
  'field-patient-name': 'Patient name',
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
  'topic-retired': 'The topic "{{topic}}" is retired and can no longer be printed. Please choose another topic.',
  'language-not-written': 'This topic is not written in the language "{{language}}" yet. Please choose another one.',
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
  'cause-twice': 'The cause "{{cause}}" is ticked twice. Please take one of them out.',
  'advice-unknown': 'There is no advice called "{{advice}}" for what is ticked. Please take it out.',
  'advice-kept': 'The advice "{{advice}}" cannot be taken out. {{why}}',
  'advice-contradicts': 'The advice "{{advice}}" must not stand beside other advice on this sheet. Please take it out.',
  'medicine-unknown': 'There is no medicine called "{{medicine}}" in this topic. Please take it out.',
  'medicine-unprinted-without':
    'The medicine "{{medicine}}" is never printed without {{uses}}, whatever the reason: it is for {{uses}} alone. Please take it out.',
  'medicine-unprinted-for':
    'The medicine "{{medicine}}" is never printed for {{causes}}, whatever the reason: it is for {{uses}} alone. Please take it out.',
  'result-unknown': 'There is no result called "{{result}}" in this topic. Please take it out.',
  'result-twice': 'The result {{result}} is given twice. Please take one of them out.',
  'fact-unknown': 'There is no fact called "{{fact}}" in this topic. Please take it out.',
  'lab-unknown': 'There is no blood test called "{{lab}}" in this topic. Please take it out.',
  'lab-twice': 'The blood test {{lab}} is given twice. Please take one of them out.',
  'day-not-picked': 'Please pick the day of the blood test.',
  'retest-past': 'The date of the next test is in the past. Please choose today or later.',
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

  // Content and drawing.
  'library-damaged': 'The advice texts are damaged on this computer. Please install CareSheet again.',
  'library-empty': 'This library holds no topic that can be printed. Please reinstall CareSheet.',
  'topic-damaged': 'The topic "{{topic}}" is damaged on this computer. Please reinstall CareSheet before you print it.',
  'wording-damaged': 'The sheet wording is damaged on this computer. Please reinstall CareSheet before you print.',
  'terms-damaged': 'The list of terms is damaged on this computer. Please reinstall CareSheet before you print.',
  'languages-differ': 'The two languages of this sheet do not say the same. Please print one language.',
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
  'logo-refused': 'Logo: {{why}}',
  'logo-unread': 'Logo: this picture could not be read. Please choose another one.',
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
  'why-no-access': 'CareSheet may not use the file. Please ask for access to its folder',
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

  // Printing.
  'print-refused':
    'The sheet was not printed on {{printer}}: {{reason}}. Please check the printer, or save the PDF and print it from your PDF reader.',
  'print-no-answer':
    'The print system of this computer did not answer. Please check it, or save the PDF and print it from your PDF reader.',
  'printer-vanished': 'The printer {{printer}} is not there any more. Please choose another one.',
  'sides-not-offered':
    '{{printer}} no longer offers the sides you chose. Please look at Printer options and print again.',
  'tray-not-offered':
    '{{printer}} no longer offers the tray you chose. Please look at Printer options and print again.',
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
  'no-answer': 'CareSheet did not answer. Please close it and open it again.',
  'went-wrong': 'Something went wrong in CareSheet. Please try again.',
  'fault-inside':
    'Something went wrong inside CareSheet. Please try again; if it happens again, close CareSheet and start it anew.',
  'page-untrusted': 'This page may not ask CareSheet for anything.',
} as const
