import { describe, expect, test } from 'vitest'
import { countChineseCharacters } from '../../src/domain/chinese-length.ts'
import { countEnglishSyllables } from '../../src/domain/english-syllables.ts'
import { countSpanishSyllables } from '../../src/domain/spanish-syllables.ts'

/** Syllables as dictionaries give them (pronunciation in American English); a number or capitals as they are read out. */
const english: Readonly<Record<number, string>> = {
  1: `you walk bed times tired stopped cells leak blood like whole these moves eyes months helped some sleep taste
    high hurts call weeks bleach tea don't smoke smoked ached aches pills hours hour fried die dies juice`,
  2: `enough liver enzymes normal doctor swollen muscle people tablets fatty testing needed tiny before sometimes
    someone being something trouble pieces changes often prescribed breathing plenty sugar vomit virus urine
    shaking badly itching doses diet fluid create pressure dizzy clammy vaccine statin partner razor toothbrush
    needles condoms training lifting guided written balanced pregnant licensed processed treated mushrooms
    seizure transplant mental steroid cola coffee easy science patient special question questions quiet lion TB Cainiu
    30 7 movement low-dose well-known doctor's higher results helpers rhythm prism bruising bruises`,
  3: `medicine exercise hospital alcohol vitamin regular family injury powerful recipe usual September area
    clinician ambulance November December infection confusion serious previous radio period idea museum ideas ALT
    AST HIV 38 supplement everyone`,
  4: `vegetables vaccinated hepatitis emergency activity maternity usually January cholesterol information diabetes
    7.5`,
  5: `paracetamol university immediately 150`,
  6: `acetaminophen 2026`,
}

const listWords = (table: Readonly<Record<number, string>>) =>
  Object.entries(table).flatMap(([count, words]) => words.split(/\s+/u).map((word) => [word, Number(count)] as const))

describe('English syllables', () => {
  test.each(listWords(english))('%s: %i', (word, count) => {
    expect(countEnglishSyllables(word)).toBe(count)
  })
})

/** Counted by the division into syllables of the Diccionario de la lengua española (RAE). */
const spanish: Readonly<Record<number, string>> = {
  1: `muy hoy y ya que quien`,
  2: `sangre día días tía leer oír reír guerra agua ciudad fiebre dieta cuerpo heces ojos llame deje huesos país
    hierbas grasa sueño riesgo virus nuevo bueno`,
  3: `hígado enzimas médico alcohol caminar guitarra pingüino cuidado orina confusión sangrado urgente hospital
    llámenos pregunte tabletas vacuna ahora estudiáis verduras frijoles azúcar cansancio músculo célula siguiente
    consulta`,
  4: `análisis medicina hepatitis ejercicio amarillos emergencia aéreo suplemento`,
  5: `medicamento paracetamol embarazada`,
  6: `acetaminofén`,
}

describe('Spanish syllables', () => {
  test.each(listWords(spanish))('%s: %i', (word, count) => {
    expect(countSpanishSyllables(word)).toBe(count)
  })
})

describe('the length of a Chinese sentence', () => {
  test.each([
    ['您的转氨酶偏高。', 7],
    ['发烧到 38 °C 以上', 7],
    ['ALT 和 AST 是肝脏里的酶', 9],
    ['', 0],
  ])('%s: %i', (sentence, count) => {
    expect(countChineseCharacters(sentence)).toBe(count)
  })
})
