/**
 * What all stages of the API server's answer speak with: a value with its path and what it was
 * before, the request it came with, and the errors and warnings at fields.
 *
 * <p>Mirrors Kubernetes' own {@code field} package. Everything else in {@code validate} builds on
 * it, and it builds on nothing there.
 */
@NullMarked
package dev.seaworthy.validate.field;

import org.jspecify.annotations.NullMarked;
