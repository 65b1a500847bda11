/**
 * The Pod Security Standards: what each level asks of a pod, by version, and which level a namespace
 * asks for.
 *
 * <p>Start at {@link dev.seaworthy.validate.admission.podsecurity.SecurityStandards}, which asks the
 * controls; each control is a method of one of the classes beside it. Mirrors
 * k8s.io/pod-security-admission.
 */
@NullMarked
package dev.seaworthy.validate.admission.podsecurity;

import org.jspecify.annotations.NullMarked;
