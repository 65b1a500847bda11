/**
 * Empties namespaces that are to go.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.namespace.NamespaceReconciler}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.namespace;

import org.jspecify.annotations.NullMarked;
