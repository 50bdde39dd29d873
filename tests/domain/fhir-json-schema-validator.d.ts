// The package ships no types.
declare module '@asymmetrik/fhir-json-schema-validator' {
  /** Checks resources against the JSON schema that HL7 published for FHIR R4. */
  export default class JSONSchemaValidator {
    /**
     * What is wrong; empty for a valid resource.
     * @param verbose true gives the errors of every kind of resource at once; false only of this kind, after a second or two
     */
    validate(
      resource: unknown,
      verbose?: boolean,
    ): readonly (string | { readonly dataPath?: string; readonly message?: string })[]
  }
}
