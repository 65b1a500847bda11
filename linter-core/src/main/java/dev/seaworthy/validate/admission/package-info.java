/**
 * The admission plug-ins that a kube-apiserver runs by default, each a class of its own under
 * Kubernetes' own name.
 *
 * <p>Start at {@link dev.seaworthy.validate.admission.AdmissionPlugin}: a plug-in is one class, which
 * the build finds. What it needs to know about the cluster it asks of {@link
 * dev.seaworthy.validate.admission.ClusterFacts}, which tells what is not there from what is not
 * known.
 */
@NullMarked
package dev.seaworthy.validate.admission;

import org.jspecify.annotations.NullMarked;
