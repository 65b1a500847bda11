/** Labels, annotations and selectors, which every group has. */
@NullMarked
package dev.seaworthy.validate.check.meta;

import org.jspecify.annotations.NullMarked;
