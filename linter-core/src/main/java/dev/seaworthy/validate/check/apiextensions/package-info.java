/**
 * Definitions of custom kinds. Start at {@link
 * dev.seaworthy.validate.check.apiextensions.CustomResourceDefinitionCheck}.
 */
@NullMarked
package dev.seaworthy.validate.check.apiextensions;

import org.jspecify.annotations.NullMarked;
