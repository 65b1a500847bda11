/**
 * The API of the embedded cluster: every write passes here.
 *
 * <p>Start at {@link dev.seaworthy.simulate.server.ApiClient}. Admission is replaceable; versions,
 * generations, graceful deletion, finalizers and owner references are done here.
 */
@NullMarked
package dev.seaworthy.simulate.server;

import org.jspecify.annotations.NullMarked;
