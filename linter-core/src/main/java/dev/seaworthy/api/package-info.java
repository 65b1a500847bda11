/**
 * What Kubernetes is in one release: its kinds, their types and defaults.
 *
 * <p>Start at {@link dev.seaworthy.api.ApiCatalog}. Built-in kinds and those of CRDs are the same
 * tree of {@link dev.seaworthy.api.Type}s. Knows no verdicts.
 */
@NullMarked
package dev.seaworthy.api;

import org.jspecify.annotations.NullMarked;
