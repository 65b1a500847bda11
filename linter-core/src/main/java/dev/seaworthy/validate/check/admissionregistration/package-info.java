/** Admission policies and their bindings. */
@NullMarked
package dev.seaworthy.validate.check.admissionregistration;

import org.jspecify.annotations.NullMarked;
