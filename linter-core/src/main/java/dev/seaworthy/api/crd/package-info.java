/**
 * Kinds that CustomResourceDefinitions define: their schemas, and the same tree of {@link
 * dev.seaworthy.api.Type}s that built-in kinds have.
 *
 * <p>Start at {@link dev.seaworthy.api.crd.CrdCatalog}.
 */
@NullMarked
package dev.seaworthy.api.crd;

import org.jspecify.annotations.NullMarked;
