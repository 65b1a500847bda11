/**
 * Says in the status of a ResourceQuota how much of it is used.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.resourcequota.QuotaReconciler}. What is made is
 * charged by the server as it lets it in ({@code server}); here quotas are worked out when they are
 * made or changed, and when something they count goes.
 */
@NullMarked
package dev.seaworthy.simulate.controller.resourcequota;

import org.jspecify.annotations.NullMarked;
