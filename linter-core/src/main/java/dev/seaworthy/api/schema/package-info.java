/**
 * Built-in kinds as JSON Schemas, for editors and other tools that know no Kubernetes.
 *
 * <p>Start at {@link dev.seaworthy.api.schema.JsonSchemaExport}. File names are those that
 * kubeconform's schema locations expect ({@link dev.seaworthy.api.schema.SchemaTemplate}).
 */
@NullMarked
package dev.seaworthy.api.schema;

import org.jspecify.annotations.NullMarked;
