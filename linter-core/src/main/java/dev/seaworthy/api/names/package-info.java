/**
 * What people call kinds: {@code deploy}, {@code deployments}, {@code Deployment}.
 *
 * <p>Start at {@link dev.seaworthy.api.names.KindNames}.
 */
@NullMarked
package dev.seaworthy.api.names;

import org.jspecify.annotations.NullMarked;
