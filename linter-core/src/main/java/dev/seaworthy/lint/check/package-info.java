/**
 * What CEL cannot say of an object, one class a rule and of the same name as the rule's {@code
 * check}; the build lists them in {@code LintChecks}.
 */
@NullMarked
package dev.seaworthy.lint.check;

import org.jspecify.annotations.NullMarked;
