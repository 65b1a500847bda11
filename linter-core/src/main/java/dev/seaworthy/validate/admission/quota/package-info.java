/**
 * What an object uses of a ResourceQuota, and which quotas it is counted by.
 *
 * <p>Start at {@link dev.seaworthy.validate.admission.quota.Usage}. Mirrors the evaluators of
 * k8s.io/kubernetes/pkg/quota/v1.
 */
@NullMarked
package dev.seaworthy.validate.admission.quota;

import org.jspecify.annotations.NullMarked;
