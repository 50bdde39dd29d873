/** What a clinician tells of one patient, as the fields of a Selection. */
export type Choices = Record<string, unknown> & { readonly causes?: readonly string[] }
const limits: Record<string, number> = { ALT: 40, AST: 40 }

/** ALT and AST as times an upper limit of 40 U/L. */
export const times = (ALT: number, AST = ALT) =>
  Object.entries({ ALT, AST }).map(([analyte, count]) => ({
    analyte,
    value: count * (limits[analyte] ?? 40),
    upperLimit: 40,
    unit: 'U/L',
  }))
export const lab = (id: string, value: number, upperLimit?: number) => ({
  id,
  value,
  ...(upperLimit ? { upperLimit } : {}),
})

type Case = readonly [string, Choices]
type Edge = { readonly holds: readonly Case[]; readonly not: readonly Case[] }
const b = ['hepatitis-b']
const symptoms = ['jaundice', 'confusion', 'fever-with-pain', 'dark-urine-or-weakness', 'unwell']
export const facts = (...ids: string[]) => ({ facts: ids })

const protectedNames =
  `tacrólimus; Méthotrexate; ＷＡＲＦＡＲＩＮ; carbamacepina; isoniacida; 華法林; warfrin; steroids;
  blood thinner; HIV medicine; corticoides; anticoagulantes; 激素; 抗凝药; 抗结核药; INH; 3TC; TDF; AZA; NOAC; mercaptopurine;
  leflunomide; rituximab; low-dose aspirin; Prograf; CellCept; Tegretol; Keppra; Lamictal; Truvada; Pradaxa; Lovenox; Medrol;
  雷米封; 博路定; 拜瑞妥; Kaletra; MMF; Brilinta; Rivotril; Cordarone; beta blocker; folic acid; thyroxine; 化疗药;
  Lipitor; Euthyrox; 强的松; 优甲乐; 德巴金; 骁悉; 波立维; Zoloft; sertraline; clonazepam; venlafaxine`
    .split(';')
    .map((name) => name.trim())

/** For each rule what is just enough, what is more than enough, and what is just not enough. */
export const edges: Record<string, Edge> = {
  'w1-bilirubin-with-high-result': {
    holds: [
      ['3 times with bilirubin 2 times', { results: times(3, 1), labs: [lab('bilirubin', 2, 1)] }],
      ['9 times with bilirubin 4 times', { results: times(1, 9), labs: [lab('bilirubin', 4.8, 1.2)] }],
      ['just over 3 times and just over 2', { results: times(3.05), labs: [lab('bilirubin', 2.05, 1)] }],
      ['3 times with jaundice', { results: times(3, 1), ...facts('jaundice') }],
      [
        '3 times that a computer makes a little less',
        { results: [{ analyte: 'AST', value: 2.01, upperLimit: 0.67, unit: 'µkat/L' }], ...facts('jaundice') },
      ],
    ],
    not: [
      ['2.95 times', { results: times(2.95), labs: [lab('bilirubin', 2, 1)] }],
      ['bilirubin 1.95 times', { results: times(3), labs: [lab('bilirubin', 1.95, 1)] }],
      ['jaundice with 2.9 times', { results: times(2.9), ...facts('jaundice') }],
    ],
  },
  'w2-acute-liver-failure': {
    holds: [
      ['INR 1.5', { labs: [lab('inr', 1.5)] }],
      ['INR 1.51', { labs: [lab('inr', 1.51)] }],
      ['INR 4', { labs: [lab('inr', 4)] }],
      ['confusion', facts('confusion')],
    ],
    not: [
      ['INR 1.49', { labs: [lab('inr', 1.49)] }],
      ['neither', { labs: [] }],
    ],
  },
  'w3-very-high-result': {
    holds: [
      ['15.05 times', { results: times(15.05, 1) }],
      ['1001 U/L at 10 times', { results: [{ analyte: 'ALT', value: 1001, upperLimit: 100, unit: 'U/L' }] }],
      ['16.67 µkat/L is 1000.2 U/L', { results: [{ analyte: 'AST', value: 16.67, upperLimit: 1.7, unit: 'µkat/L' }] }],
      ['16.7 µkat/L is 1002 U/L', { results: [{ analyte: 'AST', value: 16.7, upperLimit: 1.7, unit: 'µkat/L' }] }],
    ],
    not: [
      ['14.95 times', { results: times(14.95) }],
      ['15 times', { results: times(15) }],
      [
        '15 times that a computer makes a little more',
        { results: [{ analyte: 'ALT', value: 10.5, upperLimit: 0.7, unit: 'µkat/L' }] },
      ],
      ['999 U/L at 10 times', { results: [{ analyte: 'ALT', value: 999, upperLimit: 100, unit: 'U/L' }] }],
      ['1000 U/L at 10 times', { results: [{ analyte: 'ALT', value: 1000, upperLimit: 100, unit: 'U/L' }] }],
      ['16.6 µkat/L is 996 U/L', { results: [{ analyte: 'AST', value: 16.6, upperLimit: 1.7, unit: 'µkat/L' }] }],
    ],
  },
  'w4-high-result': {
    holds: [
      ['4.95 times, which the sheet calls 5', { results: times(4.95) }],
      ['5 times', { results: times(5, 1) }],
      ['5.05 times', { results: times(5.05, 1) }],
      ['14.95 times', { results: times(1, 14.95) }],
      ['15 times', { results: times(1, 15) }],
    ],
    not: [
      ['4.94 times', { results: times(4.94) }],
      ['15.05 times', { results: times(15.05) }],
    ],
  },
  'w5-pregnancy': {
    holds: [
      ['pregnant, 1.05 times', { results: times(1.05, 0.5), ...facts('pregnant') }],
      ['pregnant, no result typed', facts('pregnant')],
      ['the cause pregnancy', { causes: ['pregnancy'] }],
    ],
    not: [
      ['pregnant, 0.95 times', { results: times(0.95), ...facts('pregnant') }],
      ['pregnant, 1 times', { results: times(1), ...facts('pregnant') }],
      ['not pregnant, 4 times', { results: times(4) }],
    ],
  },
  'w6-overdose': { holds: [['possible overdose', facts('possible-overdose')]], not: [['nothing', {}]] },
  'w7-infected-bile-duct': {
    holds: [['fever with pain and jaundice', facts('fever-with-pain', 'jaundice')]],
    not: [
      ['fever with pain alone', facts('fever-with-pain')],
      ['jaundice alone', facts('jaundice')],
    ],
  },
  'w8-under-18': { holds: [['under 18', facts('under-18')]], not: [['nothing', {}]] },
  'w9-hepatitis-b-flare': {
    holds: [
      ['B and immune suppression', { causes: b, ...facts('immune-suppressing') }],
      ['B and stopped tablets', { causes: b, ...facts('stopped-hepatitis-b-medicine') }],
      ['B and a medicine for C', { causes: [...b, 'hepatitis-c'], medicines: ['glecaprevir-pibrentasvir'] }],
      ['B and C treatment', { causes: [...b, 'hepatitis-c'], ...facts('starting-hepatitis-c-medicine') }],
    ],
    not: [
      ['immune suppression without B', facts('immune-suppressing')],
      ['B alone', { causes: b }],
    ],
  },
  'w10-exercise-or-sleep-alone': {
    holds: [
      ['exercise at 5.05 times', { causes: ['intense-exercise'], results: times(5.05) }],
      ['sleep with raised bilirubin', { causes: ['sleep-loss'], labs: [lab('bilirubin', 1.3, 1.2)] }],
      ['exercise with raised ALP', { causes: ['intense-exercise'], labs: [lab('alp', 121, 120)] }],
      ['both and unwell', { causes: ['intense-exercise', 'sleep-loss'], ...facts('unwell') }],
      ...symptoms.map((id): Case => [`sleep and ${id}`, { causes: ['sleep-loss'], ...facts(id) }]),
      ['exercise, high before', { causes: ['intense-exercise'], ...facts('raised-before') }],
      ['sleep, no hepatitis test', { causes: ['sleep-loss'], ...facts('no-hepatitis-test') }],
    ],
    not: [
      ['exercise at 4.95 times', { causes: ['intense-exercise'], results: times(4.95) }],
      ['exercise at 5 times', { causes: ['intense-exercise'], results: times(5) }],
      ['bilirubin under the limit', { causes: ['sleep-loss'], labs: [lab('bilirubin', 1.1, 1.2)] }],
      ['bilirubin at the limit', { causes: ['sleep-loss'], labs: [lab('bilirubin', 1.2, 1.2)] }],
      ['ALP at the limit', { causes: ['intense-exercise'], labs: [lab('alp', 120, 120)] }],
      ['ALP under the limit', { causes: ['intense-exercise'], labs: [lab('alp', 119, 120)] }],
      ['another cause too', { causes: ['intense-exercise', 'fatty-liver'], ...facts('unwell') }],
      ['no cause', { causes: [], ...facts('unwell') }],
      ['what is no symptom', { causes: ['sleep-loss'], ...facts('over-six-months') }],
    ],
  },
  'w11-muscle-breakdown': {
    holds: [
      ['exercise and dark urine', { causes: ['intense-exercise'], ...facts('dark-urine-or-weakness') }],
      ['muscle and weakness', { causes: ['muscle-injury'], ...facts('dark-urine-or-weakness') }],
      ['muscle and CK 5.05 times', { causes: ['muscle-injury'], labs: [lab('ck', 505, 100)] }],
      ['muscle and CK 1001', { causes: ['muscle-injury'], labs: [lab('ck', 1001, 400)] }],
    ],
    not: [
      ['CK 4.95 times', { causes: ['muscle-injury'], labs: [lab('ck', 495, 100)] }],
      ['CK 5 times', { causes: ['muscle-injury'], labs: [lab('ck', 500, 100)] }],
      ['CK 999', { causes: ['intense-exercise'], labs: [lab('ck', 999, 200)] }],
      ['CK 1000', { causes: ['intense-exercise'], labs: [lab('ck', 1000, 200)] }],
      ['dark urine without such a cause', facts('dark-urine-or-weakness')],
    ],
  },
  'w12-tb-treatment': {
    holds: [
      ...symptoms.map((id): Case => [`3 times and ${id}`, { results: times(3), ...facts('tb-treatment', id) }]),
      ['3.05 times and unwell', { results: times(3.05), ...facts('tb-treatment', 'unwell') }],
      ['5 times', { results: times(5), ...facts('tb-treatment') }],
      ['5.05 times', { results: times(5.05), ...facts('tb-treatment') }],
      ['jaundice alone', facts('tb-treatment', 'jaundice')],
      ['bilirubin 2 times', { labs: [lab('bilirubin', 2, 1)], ...facts('tb-treatment') }],
    ],
    not: [
      ...symptoms
        .filter((id) => id !== 'jaundice')
        .map((id): Case => [`2.95 times and ${id}`, { results: times(2.95), ...facts('tb-treatment', id) }]),
      ['bilirubin 1.95 times', { labs: [lab('bilirubin', 1.95, 1)], ...facts('tb-treatment') }],
      ['3 times and what is no symptom', { results: times(3), ...facts('tb-treatment', 'over-six-months') }],
      ['4.95 times and well', { results: times(4.95), ...facts('tb-treatment') }],
    ],
  },
  'w13-medicine-to-ask-about': {
    holds: [
      ['isoniazid', { causes: ['drug-injury'], medicinesToStop: ['Isoniazid 300 mg'] }],
      ['warfarin in another case', { causes: ['drug-injury'], medicinesToStop: ['WARFARIN'] }],
      ['a Chinese name inside another', { causes: ['drug-injury'], medicinesToStop: ['富马酸丙酚替诺福韦片'] }],
      ['a Chinese name', { causes: ['drug-injury'], medicinesToStop: ['异烟肼片'] }],
      ['a heart medicine', { causes: ['drug-injury'], medicinesToStop: ['Clopidogrel 75 mg'] }],
      ['a mental health medicine', { causes: ['drug-injury'], medicinesToStop: ['Litio'] }],
      ...[
        'warfarin plus diclofenac',
        'tacrolimus and fish oil',
        'prednisone with herbs',
        'methotrexate support tea',
      ].map((name): Case => [
        `${name}: a word beside it takes no protection away`,
        { causes: ['drug-injury'], medicinesToStop: [name] },
      ]),
      ...protectedNames.map((name): Case => [name, { causes: ['drug-injury'], medicinesToStop: [name] }]),
    ],
    not: [
      ['another medicine', { causes: ['drug-injury'], medicinesToStop: ['amoxicillin'] }],
      ['a word inside another', { causes: ['drug-injury'], medicinesToStop: ['nonwarfarin'] }],
      ...[
        'anabolic steroids',
        'esteroides anabólicos',
        '合成代谢类固醇',
        'gym steroids',
        'heartburn tablets',
        'azafrán',
      ]
        .concat(['Heart Plus fish oil', 'thyroid support', '抗病毒口服液', '褪黑激素', 'inhaler', 'tart cherry'])
        .map((name): Case => [name, { causes: ['drug-injury'], medicinesToStop: [name] }]),
    ],
  },
  'w14-cirrhosis': { holds: [['cirrhosis', facts('known-cirrhosis')]], not: [['nothing', {}]] },
  'w15-raised-six-months': { holds: [['6 months', facts('over-six-months')]], not: [['nothing', {}]] },
  'w16-alcohol-dependence': {
    holds: [['heavy drinking', facts('heavy-daily-drinking')]],
    not: [['heavy drinking with the words on withdrawal', { causes: ['alcohol'], ...facts('heavy-daily-drinking') }]],
  },
  'w17-alcohol-hepatitis': {
    holds: [
      ['AST 2.05 times ALT', { results: times(2, 4.1), ...facts('jaundice', 'heavy-daily-drinking') }],
      ['alcohol ticked as a cause', { results: times(2, 4.1), causes: ['alcohol'], ...facts('jaundice') }],
      ['bilirubin 2 times', { results: times(2, 4.1), causes: ['alcohol'], labs: [lab('bilirubin', 2, 1)] }],
    ],
    not: [
      ['AST 1.95 times ALT', { results: times(2, 3.9), causes: ['alcohol'], ...facts('jaundice') }],
      ['AST 2 times ALT', { results: times(2, 4), causes: ['alcohol'], ...facts('jaundice', 'heavy-daily-drinking') }],
      ['no jaundice', { results: times(2, 6), causes: ['alcohol'], ...facts('heavy-daily-drinking') }],
      ['bilirubin 1.95 times', { results: times(2, 4.1), causes: ['alcohol'], labs: [lab('bilirubin', 1.95, 1)] }],
      ['no AST', { results: times(2, 6).slice(0, 1), ...facts('jaundice', 'heavy-daily-drinking') }],
    ],
  },
  'w18-low-blood-flow': {
    holds: [
      ['shock', facts('heart-failure-or-shock')],
      ['the cause low blood flow', { causes: ['low-blood-flow'] }],
      ['20.05 times', { results: times(20.05) }],
    ],
    not: [
      ['19.95 times', { results: times(19.95) }],
      ['20 times', { results: times(20) }],
    ],
  },
  'w19-glycyrrhizin': {
    holds: [
      ['a risk', { causes: ['drug-injury'], medicines: ['compound-glycyrrhizin'], ...facts('liquorice-risk') }],
      ['cirrhosis', { causes: ['drug-injury'], medicines: ['compound-glycyrrhizin'], ...facts('known-cirrhosis') }],
      [
        'heart failure',
        { causes: ['drug-injury'], medicines: ['compound-glycyrrhizin'], ...facts('heart-failure-or-shock') },
      ],
      ['hurt muscles', { causes: ['drug-injury', 'muscle-injury'], medicines: ['compound-glycyrrhizin'] }],
      ['low blood flow', { causes: ['drug-injury', 'low-blood-flow'], medicines: ['compound-glycyrrhizin'] }],
    ],
    not: [
      ['no risk', { causes: ['drug-injury'], medicines: ['compound-glycyrrhizin'] }],
      ['not ticked', { causes: ['drug-injury'], ...facts('liquorice-risk') }],
    ],
  },
  'w20-hepatitis-b-medicine-for-c': {
    holds: ['entecavir', 'tenofovir-alafenamide', 'lamivudine', 'tenofovir-disoproxil'].map((id): Case => [
      `${id} for C`,
      { causes: ['hepatitis-c'], medicines: [id] },
    ]),
    not: [
      ['entecavir for B and C', { causes: ['hepatitis-b', 'hepatitis-c'], medicines: ['entecavir'] }],
      ['a medicine for C', { causes: ['hepatitis-c'], medicines: ['sofosbuvir-velpatasvir'] }],
    ],
  },
  'w21-self-harm-or-low-weight': {
    holds: [
      ['overdose and risk', facts('possible-overdose', 'self-harm-risk')],
      ['low weight with a fatty liver', facts('low-weight')],
    ],
    not: [
      ['risk without overdose', facts('self-harm-risk')],
      ['low weight, and nothing ticked that speaks of weight', { causes: ['hepatitis-c'], ...facts('low-weight') }],
    ],
  },
  'sign-of-its-own': {
    holds: [
      ['jaundice', facts('jaundice')],
      ['fever with pain', facts('fever-with-pain')],
      ['dark urine', facts('dark-urine-or-weakness')],
      ['risk of self-harm', facts('self-harm-risk')],
      ['bilirubin 2 times', { labs: [lab('bilirubin', 2, 1)] }],
      ['bilirubin 2.05 times', { labs: [lab('bilirubin', 2.05, 1)] }],
    ],
    not: [
      ['bilirubin 1.95 times', { labs: [lab('bilirubin', 1.95, 1)] }],
      ['another fact', facts('over-six-months')],
    ],
  },
  'no-medicine-named': {
    holds: [['the medicine cause without a name', { causes: ['drug-injury'] }]],
    not: [
      ['one name', { causes: ['drug-injury'], medicinesToStop: ['Diclofenac'] }],
      ['no medicine cause', { causes: ['fatty-liver'] }],
    ],
  },
  'unusual-limit': {
    holds: [
      ['101 U/L', { results: [{ analyte: 'ALT', value: 88, upperLimit: 101, unit: 'U/L' }] }],
      ['400 for 40', { results: [{ analyte: 'ALT', value: 88, upperLimit: 400, unit: 'U/L' }] }],
      ['1.68 µkat/L is 100.8 U/L', { results: [{ analyte: 'AST', value: 1, upperLimit: 1.68, unit: 'µkat/L' }] }],
      ['14 U/L', { results: [{ analyte: 'ALT', value: 88, upperLimit: 14, unit: 'U/L' }] }],
    ],
    not: [
      ['100 U/L', { results: [{ analyte: 'ALT', value: 88, upperLimit: 100, unit: 'U/L' }] }],
      ['15 U/L', { results: [{ analyte: 'ALT', value: 88, upperLimit: 15, unit: 'U/L' }] }],
      ['no limit', { results: [{ analyte: 'ALT', value: 88, unit: 'U/L' }] }],
      ['no result', {}],
    ],
  },
  'medicine-in-pregnancy': {
    holds: [
      ['silybin', { ...facts('pregnant'), medicines: ['silybin'] }],
      ['with the cause', { causes: ['pregnancy', 'fatty-liver'], medicines: ['silybin'] }],
    ],
    not: [
      ['not pregnant', { medicines: ['silybin'] }],
      ['no medicine', facts('pregnant')],
    ],
  },
  'lab-of-its-own': {
    holds: [
      ['CK 5.05 times', { labs: [lab('ck', 5.05, 1)] }],
      ['ALP 2 times', { labs: [lab('alp', 240, 120)] }],
    ],
    not: [
      ['CK 5 times', { labs: [lab('ck', 5, 1)] }],
      ['ALP 1.95 times', { labs: [lab('alp', 1.95, 1)] }],
    ],
  },
  'unit-to-check': {
    holds: [
      ['18 without a limit', { results: [{ analyte: 'ALT', value: 18, unit: 'U/L' }] }],
      ['20 without a limit', { results: [{ analyte: 'ALT', value: 20, unit: 'U/L' }] }],
    ],
    not: [
      ['21 without a limit', { results: [{ analyte: 'ALT', value: 21, unit: 'U/L' }] }],
      ['18 with its limit', { results: [{ analyte: 'ALT', value: 18, upperLimit: 40, unit: 'U/L' }] }],
      ['18 µkat/L', { results: [{ analyte: 'ALT', value: 18, unit: 'µkat/L' }] }],
    ],
  },
  'w22-reading-need': {
    holds: [
      ['interpreter', { readingNeed: 'interpreter' }],
      ['reading help', { readingNeed: 'low-literacy' }],
    ],
    not: [['none', { readingNeed: 'none' }]],
  },
}
