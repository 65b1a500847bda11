/**
 * Tells the pods of each namespace by whose certificates they know the API server.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.rootcacertpublisher.RootCertificates}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.rootcacertpublisher;

import org.jspecify.annotations.NullMarked;
