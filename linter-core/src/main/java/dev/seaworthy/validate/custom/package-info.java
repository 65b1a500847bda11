/**
 * What the server does with objects of kinds that a CustomResourceDefinition defines: unknown fields
 * are dropped, defaults filled in, values judged by the schema.
 *
 * <p>Start at {@link dev.seaworthy.validate.custom.SchemaJudge}.
 */
@NullMarked
package dev.seaworthy.validate.custom;

import org.jspecify.annotations.NullMarked;
