/**
 * Which kinds there are: those that a release of Kubernetes serves by itself, those that people brought
 * along, several such catalogues as one, and what to say of a kind that none of them has.
 *
 * <p>Start at {@link dev.seaworthy.api.catalog.BuiltInCatalog}; {@code LayeredCatalog} puts others
 * before it, {@code KnownKinds} tells what holds of a kind in any release.
 */
@NullMarked
package dev.seaworthy.api.catalog;

import org.jspecify.annotations.NullMarked;
