/**
 * Rules in CEL that definitions of custom kinds ask of their objects (x-kubernetes-validations).
 * Loaded only for kinds that have some. Start at {@link dev.seaworthy.validate.rules.ObjectValidations}.
 */
@NullMarked
package dev.seaworthy.validate.rules;

import org.jspecify.annotations.NullMarked;
