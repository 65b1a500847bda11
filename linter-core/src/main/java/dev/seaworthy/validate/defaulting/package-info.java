/**
 * What the API server fills in before it judges.
 *
 * <p>Start at {@link dev.seaworthy.validate.defaulting.Defaults}. Most defaults are data, a file a
 * type; {@link dev.seaworthy.validate.defaulting.TypeDefaults} is for what data can't say.
 */
@NullMarked
package dev.seaworthy.validate.defaulting;

import org.jspecify.annotations.NullMarked;
