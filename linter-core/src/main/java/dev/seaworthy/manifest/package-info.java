/**
 * Text to documents, keeping the place of every key and value.
 *
 * <p>Start at {@code ManifestReader}. Knows YAML and JSON as {@code kubectl} reads them and nothing
 * of Kubernetes' kinds.
 */
@NullMarked
package dev.seaworthy.manifest;

import org.jspecify.annotations.NullMarked;
