/**
 * Kinds that only a JSON Schema describes ({@code --schema-location}), judged by networknt's
 * evaluator with every place kept.
 *
 * <p>Start at {@link dev.seaworthy.validate.schema.JsonSchemaKinds}. Built-in kinds never pass here.
 */
@NullMarked
package dev.seaworthy.validate.schema;

import org.jspecify.annotations.NullMarked;
