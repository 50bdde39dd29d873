import JSONSchemaValidator from '@asymmetrik/fhir-json-schema-validator'

const validator = new JSONSchemaValidator()

/** A resource as it would be read from a file. */
const write = (resource: unknown): unknown => JSON.parse(JSON.stringify(resource))

/** Whether the published R4 schema takes a resource. */
export function isFhir(resource: unknown): boolean {
  return validator.validate(write(resource), true).length === 0
}

/** What the published R4 schema finds wrong with a resource, a sentence each. */
export function checkFhir(resource: unknown): string[] {
  return validator
    .validate(write(resource))
    .map((error) => (typeof error === 'string' ? error : `${error.dataPath ?? ''} ${error.message ?? ''}`))
}
