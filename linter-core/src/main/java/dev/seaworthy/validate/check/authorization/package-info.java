/** What must hold for a question to whom what is allowed. */
@NullMarked
package dev.seaworthy.validate.check.authorization;

import org.jspecify.annotations.NullMarked;
